package org.mandate.authorization.event;

/** The role is gone; its assignments and the edges to it ended in the same commit. */
public record RoleRetired(String role) implements RoleEvent {}
