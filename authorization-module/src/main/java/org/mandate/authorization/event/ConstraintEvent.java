package org.mandate.authorization.event;

/** What can happen to a constraint of separation of duty. */
public sealed interface ConstraintEvent permits ConstraintDefined, ConstraintChanged, ConstraintRetired {

    String constraintId();
}
