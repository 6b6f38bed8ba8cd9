package org.mandate.authorization.history;

/** A policy as it was at a moment. Answers {@link PastPolicy}; nothing where it did not stand then. */
public record FindPastPolicy(String policy, When at) {}
