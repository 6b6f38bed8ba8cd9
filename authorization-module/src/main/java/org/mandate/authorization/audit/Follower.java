package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the index behind the journal. It looks a few times a second instead of being woken by each commit: what it has not
 * reached is found all the same, and the journal's writer has better things to do.
 */
final class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATROL = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final Indexing indexing;
    private final Progress progress = new Progress("the index of the journal", Span.BLOCK.size());
    private final Thread thread = new Thread(this::run, "audit-index");
    private volatile boolean running;
    private boolean failing;

    Follower(Indexing indexing) {
        this.indexing = indexing;
        thread.setDaemon(true);
    }

    private void run() {
        while (running) {
            try {
                var indexed = indexing.step();
                var complete = indexing.complete();
                progress.report(indexed, complete);
                failing = false;
                if (indexed >= complete) {
                    LockSupport.parkNanos(this, PATROL.toNanos());
                }
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn("the journal cannot be indexed now, searches take longer", e);
                }
                failing = true;
                LockSupport.parkNanos(this, AFTER_FAILURE.toNanos());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
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
