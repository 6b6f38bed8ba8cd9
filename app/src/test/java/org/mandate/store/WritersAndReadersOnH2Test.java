package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class WritersAndReadersOnH2Test extends WritersAndReadersContract {

    @Override
    Database fresh() {
        return Databases.h2();
    }
}
