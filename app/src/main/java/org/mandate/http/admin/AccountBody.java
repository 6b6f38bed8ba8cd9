package org.mandate.http.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.administration.AccountView;
import org.mandate.authorization.assignment.AccessView.EffectivePermission;
import org.mandate.identity.user.UserView;

/** A user with all that they hold. */
public record AccountBody(
        String id,
        String username,
        String email,
        Optional<String> fullName,
        boolean active,
        Instant createdAt,
        Map<String, Object> attributes,
        List<AssignmentBody> roles,
        List<String> permissions) {

    public static AccountBody of(AccountView view) {
        UserView user = view.user();
        return new AccountBody(
                user.id().value(),
                user.username(),
                user.email(),
                user.fullName(),
                user.active(),
                user.createdAt(),
                user.attributes(),
                view.access().roles().stream().map(AssignmentBody::of).toList(),
                view.access().permissions().stream()
                        .map(EffectivePermission::name)
                        .toList());
    }
}
