package org.mandate.authorization.reproduction;

/** Decide the recorded decision again; answers {@code Optional<Reproduction>}. */
public record DecideAgain(String id) {}
