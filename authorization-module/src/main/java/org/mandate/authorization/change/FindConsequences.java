package org.mandate.authorization.change;

/** One recorded event, and whom it gave or took what. Answers {@link Consequences}, or nothing where there is no such event. */
public record FindConsequences(long position) {}
