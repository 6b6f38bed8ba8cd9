package org.mandate.authorization.facts;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Says how far a long read of the history is: position, total, rate, time left. */
final class Progress {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final History history;
    private final Logger log;
    private final long began = System.nanoTime();
    private long reported = began;
    private boolean finished;

    Progress(History history, Logger log) {
        this.history = history;
        this.log = log;
    }

    void report(long position) {
        long now = System.nanoTime();
        if (finished || now - reported < EVERY_NANOS) {
            return;
        }
        reported = now;
        long total = history.head();
        long perSecond = Math.max(1, Math.round(position * 1e9 / (now - began)));
        log.info(
                "loading facts: {} of {} events, {}/s, {} s left",
                position,
                total,
                perSecond,
                (total - position) / perSecond);
    }

    void done(long position) {
        finished = true;
        log.info(
                "facts loaded to position {} in {} ms",
                position,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
}
