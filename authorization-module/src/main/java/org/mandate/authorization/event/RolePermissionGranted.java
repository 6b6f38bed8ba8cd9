package org.mandate.authorization.event;

/** The role holds the permission from here on. */
public record RolePermissionGranted(String role, String permission) implements RoleEvent {}
