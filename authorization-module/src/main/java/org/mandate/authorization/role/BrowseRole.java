package org.mandate.authorization.role;

/** One role with where it stands among the others, for whoever oversees access; answers {@code Optional<RoleOverview>}. */
public record BrowseRole(String name) {}
