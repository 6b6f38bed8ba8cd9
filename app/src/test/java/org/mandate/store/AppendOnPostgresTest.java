package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class AppendOnPostgresTest extends AppendContract {

    @Override
    Database fresh() {
        return Databases.postgres();
    }
}
