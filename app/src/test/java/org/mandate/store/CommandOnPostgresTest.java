package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class CommandOnPostgresTest extends CommandContract {

    @Override
    Database fresh() {
        return Databases.postgres();
    }
}
