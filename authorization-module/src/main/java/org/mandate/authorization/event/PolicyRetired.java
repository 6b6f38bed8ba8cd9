package org.mandate.authorization.event;

/** The policy applies no longer. */
public record PolicyRetired(String policyId) implements PolicyEvent {}
