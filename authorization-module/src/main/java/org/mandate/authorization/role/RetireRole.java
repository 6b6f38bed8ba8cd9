package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.Upon;

/**
 * Retire a role; its assignments and the edges to it end.
 * @param upon what the role has to be now
 */
public record RetireRole(String name, Upon<RoleContent> upon) {

    /** Whatever the role is now. */
    public RetireRole(String name) {
        this(name, Upon.whateverStands());
    }

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + name;
    }
}
