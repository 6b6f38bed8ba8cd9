package org.mandate.oversight;

import java.util.Optional;

/**
 * A page of users, ordered by username, for whoever oversees access; answers {@link org.mandate.identity.user.UserPage}.
 * @param q part of the username, e-mail or full name, without regard to case
 * @param role only those to whom this role is assigned directly
 * @param limit 1 to 1000
 * @param cursor {@code next} of the page before
 */
public record BrowseUsers(
        Optional<String> q, Optional<String> role, Optional<Boolean> active, int limit, Optional<String> cursor) {}
