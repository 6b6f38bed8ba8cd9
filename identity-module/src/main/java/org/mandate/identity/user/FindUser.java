package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** The user with this id; answers {@code Optional<UserView>}. */
public record FindUser(UserId user) {}
