package org.mandate.administration;

import org.mandate.identity.UserId;

/** A user with all that they hold; answers {@code Optional<AccountView>}. */
public record FindAccount(UserId user) {}
