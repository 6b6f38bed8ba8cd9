package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give a role a permission; of no effect where it holds it directly. */
public record GrantPermission(String role, String permission) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + role;
    }
}
