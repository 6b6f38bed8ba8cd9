package org.mandate.identity.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** Forget the person and keep the history. */
public record EraseUser(UserId user) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }
}
