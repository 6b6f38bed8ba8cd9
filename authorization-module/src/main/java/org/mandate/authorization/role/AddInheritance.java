package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a role inherit from another. */
public record AddInheritance(String role, String inherited) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + role;
    }
}
