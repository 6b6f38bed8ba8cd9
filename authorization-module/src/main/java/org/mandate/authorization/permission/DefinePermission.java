package org.mandate.authorization.permission;

/** Put a permission {@code resource:action} into the catalogue. */
public record DefinePermission(String name, String description) {}
