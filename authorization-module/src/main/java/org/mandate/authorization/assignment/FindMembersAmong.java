package org.mandate.authorization.assignment;

import java.util.Set;

/** Those of the users to whom the role is assigned directly and now; answers {@code Set<String>}. */
public record FindMembersAmong(String role, Set<String> users) {

    public FindMembersAmong {
        users = Set.copyOf(users);
    }
}
