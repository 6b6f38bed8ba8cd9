package org.mandate.authorization.event;

/** What can happen to what is known of a subject or resource that lives elsewhere. */
public sealed interface EntityEvent permits EntityDescribed, EntityForgotten {

    String entityType();

    String entityId();
}
