package org.mandate.authorization.facts;

import java.util.Set;

/** Separation of duty as it stood at a position: nobody holds more than {@code max} of the roles. */
public record ConstraintFacts(String id, Set<String> roles, int max) {

    public ConstraintFacts {
        roles = Set.copyOf(roles);
    }
}
