package org.mandate.console.users;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.mandate.authorization.entity.AttributeText;
import org.mandate.identity.user.UserView;

/** A user as a row of the list. */
record UserRow(
        String id,
        String username,
        String fullName,
        String email,
        boolean active,
        Instant createdAt,
        Map<String, String> attributes) {

    static UserRow of(UserView user) {
        Map<String, String> attributes = new TreeMap<>();
        user.attributes().forEach((name, value) -> attributes.put(name, AttributeText.of(value)));
        return new UserRow(
                user.id().value(),
                user.username(),
                user.fullName().orElse(""),
                user.email(),
                user.active(),
                user.createdAt(),
                attributes);
    }
}
