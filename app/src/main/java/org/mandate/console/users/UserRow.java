package org.mandate.console.users;

import java.time.Instant;
import org.mandate.identity.user.UserView;

/** A user as a row of the list. */
record UserRow(String id, String username, String fullName, String email, boolean active, Instant createdAt) {

    static UserRow of(UserView user) {
        return new UserRow(
                user.id().value(),
                user.username(),
                user.fullName().orElse(""),
                user.email(),
                user.active(),
                user.createdAt());
    }
}
