package org.mandate.authorization.role;

import java.util.Set;

/** What a role itself says; whatever it inherits is not in it. */
public record RoleContent(String description, Set<String> permissions, Set<String> inherits) {

    public RoleContent {
        permissions = Set.copyOf(permissions);
        inherits = Set.copyOf(inherits);
    }
}
