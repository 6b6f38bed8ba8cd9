package org.mandate.authorization.journal;

/** The record with this id; answers {@code Optional<DecisionRecord>}. */
public record FindDecision(String id) {}
