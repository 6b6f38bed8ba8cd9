package org.mandate.authorization.event;

/** The permission is gone; the roles that held it lost it in the same commit. */
public record PermissionRetired(String name) implements PermissionEvent {}
