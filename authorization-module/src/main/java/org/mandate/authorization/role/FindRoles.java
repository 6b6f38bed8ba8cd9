package org.mandate.authorization.role;

/** All roles, ordered by name; answers {@code List<RoleView>}. */
public record FindRoles() {}
