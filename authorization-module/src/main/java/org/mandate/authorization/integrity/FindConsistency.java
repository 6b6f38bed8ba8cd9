package org.mandate.authorization.integrity;

/** That the tree of the second size begins with the tree of the first; answers {@link Consistency}. */
public record FindConsistency(long first, long second) {}
