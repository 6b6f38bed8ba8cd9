package org.mandate.authorization.constraint;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Define a constraint: from here on nobody may hold more than {@code max} of the roles. */
public record DefineConstraint(String id, List<String> roles, int max) {

    public DefineConstraint {
        roles = List.copyOf(roles);
    }

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "constraint:" + id;
    }
}
