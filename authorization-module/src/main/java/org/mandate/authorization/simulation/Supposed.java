package org.mandate.authorization.simulation;

import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Facts;

/** The facts as they would be. One thread uses it. */
interface Supposed {

    /** At a position that the supposition reaches. */
    Facts at(long position);

    /** The branch that shows that position, for whoever looks at what it touched. */
    Branch branchAt(long position);
}
