package org.mandate.authorization.simulation;

import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.reach.Touched;

/** The facts as they would be. One thread uses it. */
interface Supposed {

    /** At a position that the supposition reaches. */
    Facts at(long position);

    /** The same, with what makes them others than the history has them. */
    Otherwise otherwise(long position);

    /** @param touched what was supposed, and what the history could then not do any more */
    record Otherwise(Facts facts, Touched touched) {}
}
