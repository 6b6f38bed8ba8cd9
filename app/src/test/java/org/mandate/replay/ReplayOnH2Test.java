package org.mandate.replay;

import org.mandate.Databases;
import org.mandate.Databases.Database;

class ReplayOnH2Test extends ReplayContract {

    @Override
    Database fresh() {
        return Databases.h2();
    }
}
