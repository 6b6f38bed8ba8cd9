package org.mandate.authorization.history;

import java.util.List;

/** Roles as they were at a moment, ordered by name. */
public record PastRoles(PastPlace place, List<Then> items) {

    public PastRoles {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     * @param stillSo whether it gives the same now, by the same ways
     */
    public record Then(PastRole role, boolean stillSo) {}
}
