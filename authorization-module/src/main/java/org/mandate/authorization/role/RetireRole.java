package org.mandate.authorization.role;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Retire a role; its assignments and the edges to it end. */
public record RetireRole(String name) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "role:" + name;
    }
}
