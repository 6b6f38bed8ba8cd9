package org.mandate.authorization.event;

/** Nothing is known of the entity any more. */
public record EntityForgotten(String entityType, String entityId) implements EntityEvent {}
