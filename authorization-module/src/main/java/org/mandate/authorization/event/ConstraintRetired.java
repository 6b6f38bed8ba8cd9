package org.mandate.authorization.event;

/** The constraint binds nobody any more. */
public record ConstraintRetired(String constraintId) implements ConstraintEvent {}
