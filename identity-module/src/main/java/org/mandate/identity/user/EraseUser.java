package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** Forget the person and keep the history. */
public record EraseUser(UserId user) {}
