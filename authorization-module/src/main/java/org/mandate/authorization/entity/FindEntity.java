package org.mandate.authorization.entity;

/** What is known of an entity; answers {@code Optional<EntityView>}. */
public record FindEntity(String type, String id) {}
