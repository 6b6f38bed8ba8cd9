package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a permission from a role; of no effect where it does not hold it directly. */
public record RevokePermission(String role, String permission) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + role;
    }
}
