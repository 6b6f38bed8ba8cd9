package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class HistoryOnH2Test extends HistoryContract {

    @Override
    Database database() {
        return Databases.h2();
    }
}
