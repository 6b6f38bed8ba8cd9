package org.mandate.authorization.role;

import java.util.List;

/** A role; {@code effectivePermissions} are its own and the inherited ones. */
public record RoleView(
        String name,
        String description,
        List<String> permissions,
        List<String> inherits,
        List<String> effectivePermissions) {}
