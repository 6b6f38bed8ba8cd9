package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the decisions whose answers left without a record, until the gap itself is on record. */
final class Losses {

    private @Nullable Loss open;

    /**
     * Decisions that were lost.
     * @param first the instant of the first of them
     * @param last the instant of the last of them
     */
    record Loss(long count, Instant first, Instant last) {

        private Loss and(long more, Instant at) {
            return new Loss(count + more, at.isBefore(first) ? at : first, at.isAfter(last) ? at : last);
        }
    }

    synchronized void add(long count, Instant at) {
        open = open == null ? new Loss(count, at, at) : open.and(count, at);
    }

    /** What is not on record yet; whoever takes it writes it down. */
    synchronized Optional<Loss> take() {
        var taken = Optional.ofNullable(open);
        open = null;
        return taken;
    }

    synchronized long count() {
        return open == null ? 0 : open.count();
    }
}
