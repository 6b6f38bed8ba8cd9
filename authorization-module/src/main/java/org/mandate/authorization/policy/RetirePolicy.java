package org.mandate.authorization.policy;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.Upon;

/**
 * Retire a policy: it applies no longer.
 * @param upon what the policy has to be now
 */
public record RetirePolicy(String id, Upon<PolicyView> upon) {

    /** Whatever it is now. */
    public RetirePolicy(String id) {
        this(id, Upon.whateverStands());
    }

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "policy:" + id;
    }
}
