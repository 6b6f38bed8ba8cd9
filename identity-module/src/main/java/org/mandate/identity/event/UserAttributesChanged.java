package org.mandate.identity.event;

import java.util.Map;

/** The attributes are now these, all of them. */
public record UserAttributesChanged(String userId, Map<String, Object> attributes) implements UserEvent {}
