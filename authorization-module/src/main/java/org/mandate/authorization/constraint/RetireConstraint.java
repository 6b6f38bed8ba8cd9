package org.mandate.authorization.constraint;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Retire a constraint: it binds nobody any more. */
public record RetireConstraint(String id) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "constraint:" + id;
    }
}
