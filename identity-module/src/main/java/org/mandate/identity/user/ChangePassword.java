package org.mandate.identity.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/**
 * Replace one's own password; every other session of the user is revoked.
 * @param session the session that stays
 */
public record ChangePassword(UserId user, String current, String replacement, String session) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }

    @Override
    public String toString() {
        return "ChangePassword[" + user + "]";
    }
}
