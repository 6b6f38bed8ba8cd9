package org.mandate.authorization.role;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Define a role. */
public record DefineRole(String name, String description, Set<String> permissions, Set<String> inherits) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + name;
    }
}
