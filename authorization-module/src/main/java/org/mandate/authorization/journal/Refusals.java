package org.mandate.authorization.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that decisions are refused: one line for many, since there can be thousands a second. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final InstantSource time;
    private Instant quietUntil = Instant.MIN;
    private long untold;

    Refusals(InstantSource time) {
        this.time = time;
    }

    /** What to throw at the caller; the log is told, unless it was a moment ago. */
    DecisionNotRecorded of(String reason) {
        tell(reason);
        return new DecisionNotRecorded(reason);
    }

    private synchronized void tell(String reason) {
        untold++;
        var now = time.instant();
        if (!now.isBefore(quietUntil)) {
            LOG.warn("decisions are refused, {} since this was last said: {}", untold, reason);
            untold = 0;
            quietUntil = now.plus(QUIET);
        }
    }
}
