package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sees to the retention from time to time: often enough for the time that is set, and at most once a second. */
final class RetentionPatrol implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionPatrol.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final Retention retention;
    private final RetentionSettings settings;
    private final Thread thread = new Thread(this::run, "audit-retention");
    private volatile boolean running;

    RetentionPatrol(Retention retention, RetentionSettings settings) {
        this.retention = retention;
        this.settings = settings;
        thread.setDaemon(true);
    }

    private void run() {
        var kept = settings.kept().orElseThrow();
        var pause = min(LONGEST, max(SHORTEST, kept.dividedBy(10)));
        while (running) {
            try {
                retention.retire(kept);
            } catch (RuntimeException e) {
                LOG.warn("old records cannot be retired now", e);
            }
            LockSupport.parkNanos(this, pause.toNanos());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public void start() {
        if (settings.kept().isPresent()) {
            running = true;
            thread.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(LAST_STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
