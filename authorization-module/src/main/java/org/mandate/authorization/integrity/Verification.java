package org.mandate.authorization.integrity;

import java.time.Duration;
import java.util.Optional;

/**
 * A walk through the journal.
 * @param verdict empty while it goes on
 * @param failure why it could not be finished
 */
public record Verification(String id, Progress progress, Optional<JournalVerdict> verdict, Optional<String> failure) {

    /**
     * How far it is.
     * @param rate records per second
     * @param timeLeft empty while nothing tells
     */
    public record Progress(long position, long total, long rate, Optional<Duration> timeLeft) {}

    public boolean isFinished() {
        return verdict.isPresent() || failure.isPresent();
    }
}
