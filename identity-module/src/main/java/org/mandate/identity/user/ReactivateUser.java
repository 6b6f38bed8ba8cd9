package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** End a deactivation. */
public record ReactivateUser(UserId user) {}
