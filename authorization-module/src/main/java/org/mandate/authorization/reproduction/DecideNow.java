package org.mandate.authorization.reproduction;

/** Decide what was asked then as it would be decided now; answers {@code Optional<DecidedNow>}. */
public record DecideNow(String id) {}
