package org.mandate.authorization.integrity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the tree behind the journal: a few times a second it takes in what was committed, on whichever node, signs the new
 * head and writes it outside of the database. What it finds altered it says in health and log, and it builds nothing on it.
 */
final class TreeFollower implements IntegrityStatus, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TreeFollower.class);
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final TreeGrowth growth;
    private final HeadsFile file;
    private final Patrol patrol;
    private final Thread thread = new Thread(this::run, "journal-tree");
    private volatile boolean running;
    private volatile long size;
    private volatile @Nullable String fault;
    private volatile @Nullable String unwritten;
    private boolean failing;

    TreeFollower(TreeGrowth growth, HeadsFile file, Patrol patrol) {
        this.growth = growth;
        this.file = file;
        this.patrol = patrol;
        thread.setDaemon(true);
    }

    private void run() {
        while (running) {
            LockSupport.parkNanos(this, (advance() ? PACE : AFTER_FAILURE).toNanos());
        }
    }

    private boolean advance() {
        try {
            // What comes meanwhile waits for the next round: a signature costs as much as some hundred records.
            var committed = growth.committed();
            while (running && !growth.covers(committed)) {
                growth.step().ifPresent(this::signed);
            }
            patrol.goOn();
            found(null);
            failing = false;
            return true;
        } catch (TreeFault e) {
            found(e.getMessage());
            patrolAfterFault();
            return false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("the journal's tree cannot be kept up now", e);
            }
            failing = true;
            return false;
        }
    }

    /** A tree that cannot grow is still guarded. */
    private void patrolAfterFault() {
        try {
            patrol.goOn();
        } catch (RuntimeException e) {
            LOG.debug("the patrol could not go on", e);
        }
    }

    private void signed(TreeHead head) {
        size = head.size();
        try {
            file.append(head);
            unwritten = null;
        } catch (RuntimeException e) {
            if (unwritten == null) {
                LOG.error("a tree head could not be kept outside of the database", e);
            }
            unwritten = String.valueOf(e.getMessage());
        }
    }

    private void found(@Nullable String altered) {
        if (altered != null && !altered.equals(fault)) {
            LOG.error("the journal was altered: {}", altered);
        }
        fault = altered;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<String> faults() {
        var faults = new ArrayList<String>();
        Optional.ofNullable(fault).ifPresent(faults::add);
        Optional.ofNullable(unwritten).ifPresent(faults::add);
        patrol.fault().filter(found -> !faults.contains(found)).ifPresent(faults::add);
        return faults;
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
