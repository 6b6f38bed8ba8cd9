package org.mandate.oversight;

import org.mandate.identity.UserId;

/** A user with all that they hold, for whoever oversees access; answers {@code Optional<AccountView>}. */
public record BrowseUser(UserId user) {}
