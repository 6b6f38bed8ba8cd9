package org.mandate.authorization.event;

import java.util.List;

/** Nobody may hold more than so many of the roles from here on. */
public record ConstraintDefined(String constraintId, List<String> roles, int max) implements ConstraintEvent {}
