package org.mandate.authorization.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.history.PastPlace;

/**
 * When an answer turned, oldest first.
 * @param initially the answer at the beginning
 * @param complete whether these are all: not where a condition looks at the time, which may turn the answer and turn it back
 *     between two moments that were looked at
 * @param next the key after which the next page begins; empty on the last one
 */
public record Flips(
        PastPlace from, PastPlace to, boolean initially, boolean complete, List<Flip> items, Optional<String> next) {

    public Flips {
        items = List.copyOf(items);
    }

    /**
     * One turn.
     * @param allowed the answer from then on
     * @param position of the event that turned it; empty where time alone did
     * @param what a sentence
     */
    public record Flip(
            Instant at,
            boolean allowed,
            Optional<Long> position,
            Optional<String> type,
            String what,
            Optional<String> by,
            Optional<String> reason) {

        String key() {
            return Change.key(at, position.orElse(0L));
        }
    }
}
