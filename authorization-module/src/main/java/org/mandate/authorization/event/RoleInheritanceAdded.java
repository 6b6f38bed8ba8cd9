package org.mandate.authorization.event;

/** The role holds all that the inherited role holds. */
public record RoleInheritanceAdded(String role, String inherited) implements RoleEvent {}
