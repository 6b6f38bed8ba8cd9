package org.mandate.authorization.reproduction;

import java.time.Duration;

/** How far a walk is. One thread moves it, any number look. */
public final class WalkProgress {

    private final long began = System.nanoTime();
    private volatile long position;
    private volatile long total;
    private volatile long ended;

    /** What there is to see of it: decisions done, decisions in all, how many a second, and how long it will still take. */
    public record View(long position, long total, long perSecond, long secondsLeft) {}

    void begin(long all) {
        total = all;
    }

    void moved(long done) {
        position = done;
    }

    void end() {
        if (ended == 0) {
            ended = System.nanoTime();
        }
    }

    public View view() {
        long done = position;
        long all = Math.max(total, done);
        long until = ended == 0 ? System.nanoTime() : ended;
        double seconds = Math.max(1, Duration.ofNanos(until - began).toMillis()) / 1_000.0;
        long rate = Math.round(done / seconds);
        return new View(done, all, rate, rate == 0 ? 0 : (all - done + rate - 1) / rate);
    }
}
