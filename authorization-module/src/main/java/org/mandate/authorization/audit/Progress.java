package org.mandate.authorization.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how far long work has come: position, total, rate and time left, every few seconds. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final long unit;
    private long began = System.nanoTime();
    private long lastSaid = began;
    private long start = -1;

    /** @param unit how many records one step of the position stands for */
    Progress(String what, long unit) {
        this.what = what;
        this.unit = unit;
    }

    void report(long position, long total) {
        var now = System.nanoTime();
        if (start < 0 || position >= total) {
            start = position;
            began = now;
            lastSaid = now;
            return;
        }
        if (now - lastSaid < PERIOD_NANOS) {
            return;
        }
        lastSaid = now;
        var rate = (position - start) * unit * 1e9 / (now - began);
        var left = rate > 0 ? Duration.ofSeconds((long) ((total - position) * unit / rate)) : Duration.ZERO;
        LOG.info("{}: {} of {} records, {}/s, {} left", what, position * unit, total * unit, Math.round(rate), left);
    }
}
