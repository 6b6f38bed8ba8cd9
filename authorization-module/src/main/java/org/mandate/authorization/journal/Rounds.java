package org.mandate.authorization.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work behind the journal, round after round on a thread of its own for as long as the node runs. What follows the journal
 * looks a few times a second instead of being woken by each commit: the writer has better things to do.
 */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final String complaint;
    private final Work work;
    private final Thread thread;
    private volatile boolean running;
    private boolean failing;

    /** One round of it. */
    public interface Work {

        /** Does what there is to do, and answers how long to rest before the next round. */
        Duration round();
    }

    /**
     * Work that begins with the node.
     * @param complaint what a round that fails means, for the log; said once until one succeeds
     */
    public Rounds(String name, String complaint, Work work) {
        this.complaint = complaint;
        this.work = work;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    private void run() {
        while (running) {
            LockSupport.parkNanos(this, round().toNanos());
        }
    }

    private Duration round() {
        try {
            var rest = work.round();
            failing = false;
            return rest;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn(complaint, e);
            }
            failing = true;
            return AFTER_FAILURE;
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
            thread.join(LAST_ROUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
