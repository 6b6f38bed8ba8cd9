package org.mandate.authorization.simulation;

import java.util.Locale;

/** What a proposed change does with what its catalogue names. */
public enum Manner {
    /** It comes to stand, exactly so, as an import would have it. */
    PUT,
    /** What stands gets it in addition, and keeps the rest. */
    ADD,
    /** It is taken away. */
    REMOVE;

    /** As the API names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
