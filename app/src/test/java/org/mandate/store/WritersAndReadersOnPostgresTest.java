package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class WritersAndReadersOnPostgresTest extends WritersAndReadersContract {

    @Override
    Database fresh() {
        return Databases.postgres();
    }
}
