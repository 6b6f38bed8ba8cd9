package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;

/**
 * A page of changes, in the order that was asked for.
 * @param next the key after which the next page begins; empty on the last one
 */
public record ChangePage(long position, List<Change> items, Optional<String> next) {

    public ChangePage {
        items = List.copyOf(items);
    }
}
