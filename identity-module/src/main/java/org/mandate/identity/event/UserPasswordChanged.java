package org.mandate.identity.event;

/** A password was set or replaced. That it happened is a fact; what it is stays out of the history. */
public record UserPasswordChanged(String userId) implements UserEvent {}
