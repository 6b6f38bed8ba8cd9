package org.mandate.authorization.event;

import java.util.List;

/** The constraint is now this, all of it. */
public record ConstraintChanged(String constraintId, List<String> roles, int max) implements ConstraintEvent {}
