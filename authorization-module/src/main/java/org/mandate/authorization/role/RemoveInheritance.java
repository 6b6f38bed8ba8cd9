package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End an inheritance. */
public record RemoveInheritance(String role, String inherited) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + role;
    }
}
