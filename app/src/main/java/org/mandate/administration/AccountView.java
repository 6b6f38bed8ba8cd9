package org.mandate.administration;

import org.mandate.authorization.assignment.AccessView;
import org.mandate.identity.user.UserView;

/** A user as the directory has them, and what they hold. */
public record AccountView(UserView user, AccessView access) {}
