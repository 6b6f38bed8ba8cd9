package org.mandate.authorization.permission;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a permission out of the catalogue and from every role that holds it. */
public record RetirePermission(String name) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "permission:" + name;
    }
}
