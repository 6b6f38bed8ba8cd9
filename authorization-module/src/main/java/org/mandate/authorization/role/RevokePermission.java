package org.mandate.authorization.role;

/** Take a permission from a role; of no effect where it does not hold it directly. */
public record RevokePermission(String role, String permission) {}
