package org.mandate.identity.event;

/** The user counts again as before the deactivation. */
public record UserReactivated(String userId) implements UserEvent {}
