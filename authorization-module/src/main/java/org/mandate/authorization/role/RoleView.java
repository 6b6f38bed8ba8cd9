package org.mandate.authorization.role;

import java.util.List;
import java.util.Set;

/** A role; {@code effectivePermissions} are its own and the inherited ones. */
public record RoleView(
        String name,
        String description,
        List<String> permissions,
        List<String> inherits,
        List<String> effectivePermissions) {

    /** What a change of it is made upon. */
    public RoleContent content() {
        return new RoleContent(description, Set.copyOf(permissions), Set.copyOf(inherits));
    }
}
