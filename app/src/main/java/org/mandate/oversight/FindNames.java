package org.mandate.oversight;

import java.util.Set;
import org.mandate.identity.UserId;

/**
 * The usernames of these users, to be read in place of their ids; answers {@link Names}. Whoever is erased has none.
 * @param users at most 1000
 */
public record FindNames(Set<UserId> users) {

    private static final int MOST = 1000;

    public FindNames {
        users = Set.copyOf(users);
        if (users.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " names at once");
        }
    }
}
