package org.mandate.authorization.event;

/** The description is now this. */
public record RoleDescribed(String role, String description) implements RoleEvent {}
