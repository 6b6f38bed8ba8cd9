package org.mandate.authorization.history;

import java.util.Set;

/** These roles as they were at a moment, those of them that stood then. Answers {@link PastRoles}. */
public record FindPastRoles(Set<String> roles, When at) {

    public FindPastRoles {
        roles = Set.copyOf(roles);
    }
}
