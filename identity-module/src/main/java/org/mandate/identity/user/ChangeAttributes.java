package org.mandate.identity.user;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** Merge a patch into the attributes as RFC 7396 has it: a null value removes the member. */
public record ChangeAttributes(UserId user, Map<String, Object> patch) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }
}
