package org.mandate.identity.event;

/** The user is denied everything until reactivated. */
public record UserDeactivated(String userId) implements UserEvent {}
