package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class AppendOnH2Test extends AppendContract {

    @Override
    Database fresh() {
        return Databases.h2();
    }
}
