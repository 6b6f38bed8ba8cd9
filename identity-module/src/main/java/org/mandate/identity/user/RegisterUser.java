package org.mandate.identity.user;

import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.identity.UserId;

/**
 * Bring a user into being. Without a password nobody can sign in as this user until one is set.
 * @param username 3 to 50 letters, digits or {@code ._-}; unique without regard to case, as is the e-mail
 */
public record RegisterUser(
        UserId user,
        String username,
        String email,
        Optional<String> fullName,
        Optional<String> password,
        Map<String, Object> attributes) {

    @TargetAggregateIdentifier
    public String stream() {
        return user.stream();
    }

    @Override
    public String toString() {
        return "RegisterUser[" + user + "]";
    }
}
