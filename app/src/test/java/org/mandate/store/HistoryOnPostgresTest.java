package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class HistoryOnPostgresTest extends HistoryContract {

    @Override
    Database database() {
        return Databases.postgres();
    }
}
