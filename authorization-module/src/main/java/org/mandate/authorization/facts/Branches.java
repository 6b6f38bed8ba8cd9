package org.mandate.authorization.facts;

import java.util.function.Supplier;

/** Where branches of the history are had. */
public final class Branches {

    private final Supplier<FactBase> base;

    Branches(Supplier<FactBase> base) {
        this.base = base;
    }

    /** A branch that leaves the history at a position that this node's facts have reached. */
    public Branch at(long position) {
        return new Branch(base.get(), position);
    }
}
