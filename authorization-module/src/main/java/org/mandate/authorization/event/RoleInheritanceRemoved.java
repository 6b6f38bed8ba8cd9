package org.mandate.authorization.event;

/** The role no longer inherits directly from the other. */
public record RoleInheritanceRemoved(String role, String inherited) implements RoleEvent {}
