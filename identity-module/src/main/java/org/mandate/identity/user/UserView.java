package org.mandate.identity.user;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;

/** A user as the directory has them. */
public record UserView(
        UserId id,
        String username,
        String email,
        Optional<String> fullName,
        boolean active,
        Instant createdAt,
        Map<String, Object> attributes) {}
