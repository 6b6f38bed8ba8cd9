package org.mandate.store;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class CommandOnH2Test extends CommandContract {

    @Override
    Database fresh() {
        return Databases.h2();
    }
}
