package org.mandate.authorization.permission;

/** The catalogue, ordered by name; answers {@code List<PermissionView>}. */
public record FindPermissions() {}
