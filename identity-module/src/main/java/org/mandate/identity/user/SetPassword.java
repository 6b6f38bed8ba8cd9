package org.mandate.identity.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** Set the password of somebody else's account; all of its sessions are revoked. */
public record SetPassword(UserId user, String password) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }

    @Override
    public String toString() {
        return "SetPassword[" + user + "]";
    }
}
