package org.mandate.identity.user;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/** Change what is given and keep the rest; an empty full name removes it. */
public record ChangeProfile(UserId user, Optional<String> email, Optional<String> fullName) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }
}
