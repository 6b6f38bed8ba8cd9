package org.mandate.http.admin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mandate.authorization.constraint.DefineConstraint;

/**
 * A constraint as it is sent.
 * @param id made where absent
 * @param max 1 where absent
 */
record ConstraintDocument(Optional<String> id, List<String> roles, Optional<Integer> max) {

    DefineConstraint definition() {
        return new DefineConstraint(id.orElseGet(() -> UUID.randomUUID().toString()), roles, max.orElse(1));
    }
}
