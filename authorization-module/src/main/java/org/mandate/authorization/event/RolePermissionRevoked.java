package org.mandate.authorization.event;

/** The role no longer holds the permission directly. */
public record RolePermissionRevoked(String role, String permission) implements RoleEvent {}
