package org.mandate.authorization.event;

import java.util.List;

/** The role exists from here on, with these permissions and these roles to inherit from. */
public record RoleDefined(String role, String description, List<String> permissions, List<String> inherits)
        implements RoleEvent {}
