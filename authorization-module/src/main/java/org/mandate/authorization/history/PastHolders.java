package org.mandate.authorization.history;

import java.util.List;
import java.util.Optional;

/**
 * A page of those who held a permission.
 * @param next the id after which the next page begins; empty on the last one
 */
public record PastHolders(PastPlace place, List<Holder> items, Optional<String> next) {

    public PastHolders {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     * @param username as it is now; empty where there is none any more
     */
    public record Holder(String id, Optional<String> username, boolean active, List<Source> because) {}
}
