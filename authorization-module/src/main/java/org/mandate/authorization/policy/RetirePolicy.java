package org.mandate.authorization.policy;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Retire a policy: it applies no longer. */
public record RetirePolicy(String id) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "policy:" + id;
    }
}
