package org.mandate.authorization.permission;

/** A permission of the catalogue. */
public record PermissionView(String name, String resource, String action, String description) {}
