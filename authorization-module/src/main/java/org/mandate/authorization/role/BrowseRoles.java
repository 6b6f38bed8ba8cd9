package org.mandate.authorization.role;

import java.util.Optional;

/**
 * A page of roles, ordered by name, for whoever oversees access; answers {@link RolePage}.
 * @param q part of the name or the description, without regard to case
 * @param inherits only those that inherit directly from the role of this name
 * @param limit 1 to 1000
 * @param after the last name of the page before
 */
public record BrowseRoles(Optional<String> q, Optional<String> inherits, int limit, Optional<String> after) {

    private static final int LARGEST = 1000;

    /** Every role, page by page. */
    public static BrowseRoles all(int limit) {
        return new BrowseRoles(Optional.empty(), Optional.empty(), limit, Optional.empty());
    }

    public BrowseRoles {
        if (limit < 1 || limit > LARGEST) {
            throw org.mandate.authorization.Vocabulary.invalid("limit", "must be 1 to " + LARGEST);
        }
    }
}
