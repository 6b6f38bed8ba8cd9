package org.mandate.replay;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class ReplayOnPostgresTest extends ReplayContract {

    @Override
    Database fresh() {
        return Databases.postgres();
    }
}
