package org.mandate.http.audit;

import java.time.Instant;
import org.mandate.authorization.journal.LostDecisions;

/** A known gap in the journal: decisions that were answered and could not be recorded. */
record GapBody(String id, Instant at, long sequence, long lost, Instant from, Instant to, String mode) {

    static GapBody of(LostDecisions gap) {
        return new GapBody(gap.id(), gap.at(), gap.sequence(), gap.count(), gap.from(), gap.to(), gap.mode());
    }
}
