package org.mandate.authorization.constraint;

/** All constraints, ordered by id; answers {@code List<ConstraintView>}. */
public record FindConstraints() {}
