package org.mandate.identity.event;

import java.util.Map;

/** A user exists from here on. Attributes are what conditions may ask about. */
public record UserRegistered(String userId, String sealedProfile, Map<String, Object> attributes)
        implements UserEvent {}
