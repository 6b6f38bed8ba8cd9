package org.mandate.authorization.event;

import java.util.Map;

/** The attributes of the entity are now these, all of them. */
public record EntityDescribed(String entityType, String entityId, Map<String, Object> attributes)
        implements EntityEvent {}
