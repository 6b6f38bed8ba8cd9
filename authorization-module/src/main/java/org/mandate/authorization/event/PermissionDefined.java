package org.mandate.authorization.event;

/** The permission {@code resource:action} can be given from here on. */
public record PermissionDefined(String name, String description) implements PermissionEvent {}
