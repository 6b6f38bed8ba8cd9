package org.mandate.http.account;

import java.time.Instant;
import java.util.Optional;
import org.mandate.identity.user.UserView;

/** A user as they see themselves. */
record ProfileBody(
        String id, String username, String email, Optional<String> fullName, boolean active, Instant createdAt) {
    static ProfileBody of(UserView view) {
        return new ProfileBody(
                view.id().value(), view.username(), view.email(), view.fullName(), view.active(), view.createdAt());
    }
}
