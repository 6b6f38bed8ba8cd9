package org.mandate.authorization.event;

/** The description is now this. */
public record PermissionDescribed(String name, String description) implements PermissionEvent {}
