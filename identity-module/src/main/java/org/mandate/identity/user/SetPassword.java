package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** Set the password of somebody else's account; all of its sessions are revoked. */
public record SetPassword(UserId user, String password) {}
