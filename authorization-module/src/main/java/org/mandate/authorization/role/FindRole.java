package org.mandate.authorization.role;

/** One role; answers {@code Optional<RoleView>}. */
public record FindRole(String name) {}
