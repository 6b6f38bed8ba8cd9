package org.mandate.authorization.role;

import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make a role exactly this; what it had and is not named here, it loses. An absent description stays. */
public record ChangeRole(String name, Optional<String> description, Set<String> permissions, Set<String> inherits) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + name;
    }
}
