package org.mandate.authorization.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of recorded events.
 * @param next the position after which the next page begins; empty on the last one
 */
public record HistoryPage(List<Told> items, Optional<Long> next) {

    public HistoryPage {
        items = List.copyOf(items);
    }

    /** An event, and what it says in a sentence. */
    public record Told(
            long position, Instant at, String type, String what, String by, Optional<String> reason, Object event) {}
}
