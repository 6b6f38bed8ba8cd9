package org.mandate.authorization.facts;

/** Where the facts of now are had. */
@FunctionalInterface
public interface LiveFacts {

    /** The facts as far as this node has applied them. */
    Facts now();
}
