package org.mandate.identity.user;

import java.util.Optional;
import java.util.Set;
import org.mandate.identity.UserId;

/**
 * A page of users; answers {@link UserPage}.
 * @param q part of the username, e-mail or full name, without regard to case
 * @param among only these users, where given: a few thousand at most
 * @param limit 1 to 1000
 * @param cursor {@code next} of the page before
 */
public record FindUsers(
        Optional<String> q,
        Optional<Boolean> active,
        Optional<Set<UserId>> among,
        int limit,
        Optional<String> cursor) {}
