package org.mandate.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a view of the history is.
 * @param position the newest place that it has taken in
 * @param head the newest place that there is
 * @param lag how many events lie between
 * @param fit whether it may be relied on
 * @param rebuild how far it is built again, while it is
 * @param lastRebuild what the last rebuild on this node came to
 * @param selfCheck what the last comparison with the history found on this node
 */
public record ProjectionView(
        String name,
        long position,
        long head,
        long lag,
        boolean fit,
        String state,
        Optional<Progress> rebuild,
        Optional<Finding> lastRebuild,
        Optional<Finding> selfCheck) {

    /**
     * How far the history is read again.
     * @param purpose {@code rebuild} or {@code check}
     * @param secondsLeft at the rate so far
     */
    public record Progress(String purpose, long position, long total, long eventsPerSecond, long secondsLeft) {}

    /**
     * What came of it.
     * @param position where what was built was compared with what is live
     * @param equal whether both were the same
     * @param hash of what the history comes to; of the same content it is the same everywhere
     * @param difference the first thing that differed
     * @param failure why nothing came of it; the live view is then as it was
     */
    public record Finding(
            Instant at,
            long position,
            boolean equal,
            long eventsPerSecond,
            Optional<String> hash,
            Optional<String> difference,
            Optional<String> failure) {}
}
