package org.mandate.identity.event;

/**
 * The person is forgotten: the key of the sealed profiles is destroyed and every assignment ends. The id never returns.
 */
public record UserErased(String userId) implements UserEvent {}
