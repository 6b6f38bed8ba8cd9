package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** Deny the user everything; all sessions are revoked. */
public record DeactivateUser(UserId user) {}
