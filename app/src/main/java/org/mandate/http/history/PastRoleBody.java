package org.mandate.http.history;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.history.PastRole;

/** A role as it was, as it is answered. */
record PastRoleBody(
        long position,
        Instant at,
        String name,
        String description,
        List<String> permissions,
        List<String> inherits,
        List<String> effectivePermissions) {

    static PastRoleBody of(PastRole past) {
        return new PastRoleBody(
                past.place().position(),
                past.place().at(),
                past.role().name(),
                past.role().description(),
                past.role().permissions().stream().sorted().toList(),
                past.role().inherits().stream().sorted().toList(),
                List.copyOf(past.effectivePermissions()));
    }
}
