package org.mandate.authorization.constraint;

/** One constraint; answers {@code Optional<ConstraintView>}. */
public record FindConstraint(String id) {}
