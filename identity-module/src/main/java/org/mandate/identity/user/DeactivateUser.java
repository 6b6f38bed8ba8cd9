package org.mandate.identity.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** Deny the user everything; all sessions are revoked. */
public record DeactivateUser(UserId user) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }
}
