package org.mandate.authorization.role;

/** Give a role a permission; of no effect where it holds it directly. */
public record GrantPermission(String role, String permission) {}
