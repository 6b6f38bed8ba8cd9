package org.mandate.authorization.audit;

/** The record with this id: a decision, or a gap. */
public record FindDecision(String id) {}
