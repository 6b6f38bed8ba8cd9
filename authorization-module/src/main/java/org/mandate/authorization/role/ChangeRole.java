package org.mandate.authorization.role;

import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.Upon;

/**
 * Make a role exactly this; what it had and is not named here, it loses. An absent description stays.
 * @param upon what the role has to be now
 */
public record ChangeRole(
        String name,
        Optional<String> description,
        Set<String> permissions,
        Set<String> inherits,
        Upon<RoleContent> upon) {

    /** Whatever the role is now. */
    public ChangeRole(String name, Optional<String> description, Set<String> permissions, Set<String> inherits) {
        this(name, description, permissions, inherits, Upon.whateverStands());
    }

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + name;
    }
}
