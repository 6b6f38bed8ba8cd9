package org.mandate.identity.event;

/**
 * What can happen to a user. Personal data (username, e-mail, full name) is only in {@code sealedProfile}: encrypted
 * with a key of that user's alone, so that destroying the key erases the person and keeps the history. No event carries a
 * password, a hash or a token.
 */
public sealed interface UserEvent
        permits UserRegistered,
                UserProfileChanged,
                UserAttributesChanged,
                UserPasswordChanged,
                UserDeactivated,
                UserReactivated,
                UserErased {

    String userId();
}
