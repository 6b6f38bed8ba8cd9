package org.mandate.authorization.history;

/** A role as it was at a moment. Answers {@link PastRole}; nothing where it did not stand then. */
public record FindPastRole(String role, When at) {}
