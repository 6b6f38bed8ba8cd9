package org.mandate.identity.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** End a deactivation. */
public record ReactivateUser(UserId user) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }
}
