package org.mandate.authorization.constraint;

import java.util.List;

/** A constraint that stands: nobody may hold more than {@code max} of the roles. */
public record ConstraintView(String id, List<String> roles, int max) {}
