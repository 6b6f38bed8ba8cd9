package org.mandate.http.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mandate.identity.user.UserView;

/** A user in the list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserBody(
        String id,
        String username,
        String email,
        Optional<String> fullName,
        boolean active,
        Instant createdAt,
        Map<String, Object> attributes) {

    public static UserBody of(UserView view) {
        return new UserBody(
                view.id().value(),
                view.username(),
                view.email(),
                view.fullName(),
                view.active(),
                view.createdAt(),
                view.attributes());
    }
}
