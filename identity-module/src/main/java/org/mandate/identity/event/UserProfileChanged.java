package org.mandate.identity.event;

/** The e-mail or the full name changed; the sealed profile is the whole new one. */
public record UserProfileChanged(String userId, String sealedProfile) implements UserEvent {}
