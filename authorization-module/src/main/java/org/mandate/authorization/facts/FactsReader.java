package org.mandate.authorization.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Builds the facts: one thread that reads the history from its start and follows it, woken by this node's commits and, for
 * those of other nodes, by a short timer. An event that cannot be applied stops it for good, and the node then decides nothing:
 * a revoke that is skipped is the worst fault there is.
 */
final class FactsReader implements FactsStatus, PastFacts, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FactsReader.class);
    private static final int BATCH = 5_000;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final History history;
    private final FactBase base;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition woken = lock.newCondition();

    private volatile long position;
    private volatile long lastContact;
    private volatile boolean caughtUp;
    private volatile boolean running;
    private volatile @Nullable String failure;
    private boolean wake;
    private boolean lost;
    private long applied;
    private @Nullable Thread thread;

    FactsReader(History history, FactBase base) {
        this.history = history;
        this.base = base;
    }

    FactBase base() {
        return base;
    }

    /** The facts as they stand now. */
    Facts now() {
        return base.at(position);
    }

    /** The facts as they stood at any position that has been applied. */
    @Override
    public Facts at(long asked) {
        long newest = position;
        if (asked < 0 || asked > newest) {
            throw new IllegalArgumentException(
                    "position " + asked + " is asked for where " + newest + " is the newest");
        }
        return base.at(asked);
    }

    @Override
    public long head() {
        return position;
    }

    @Override
    public Instant recordedAt(long asked) {
        return base.times.at(asked);
    }

    @Override
    public long positionAt(Instant instant) {
        return base.times.positionAt(instant, position);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean fit() {
        return caughtUp && failure == null && System.nanoTime() - lastContact < STALE_NANOS;
    }

    @Override
    public String describe() {
        String fault = failure;
        if (fault != null) {
            return "stopped at position " + position + ": " + fault;
        }
        if (!caughtUp) {
            return "loading, at position " + position;
        }
        return fit() ? "following at position " + position : "no contact with the history since position " + position;
    }

    @Override
    public boolean await(long target, Duration atMost) {
        if (position >= target) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position < target && failure == null && left > 0) {
                left = advanced.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return position >= target;
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread reader = new Thread(this::follow, "facts");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread reader = thread;
        if (reader != null) {
            try {
                reader.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whatever serves requests or writes: those need the facts. */
    @Override
    public int getPhase() {
        return -1_000;
    }

    private void follow() {
        Progress progress = new Progress(history, log);
        while (running && failure == null) {
            switch (readBatch()) {
                case MORE -> progress.report(position);
                case LOST -> pause();
                case END -> {
                    if (!caughtUp) {
                        caughtUp = true;
                        progress.done(position);
                    }
                    pause();
                }
            }
        }
    }

    private enum Batch {
        MORE,
        END,
        LOST
    }

    private Batch readBatch() {
        long before = position;
        long asked = System.nanoTime();
        try {
            applied = before;
            long reached = history.read(before, BATCH, this::apply);
            lastContact = asked;
            publish(reached);
            if (lost) {
                lost = false;
                log.info("contact with the history is back, at position {}", reached);
            }
            return reached - before < BATCH ? Batch.END : Batch.MORE;
        } catch (NotApplied e) {
            stopFor(e);
        } catch (RuntimeException e) {
            if (!lost) {
                lost = true;
                log.warn("the history cannot be read; decisions stop in two seconds", e);
            }
            publish(applied);
        } catch (Error e) {
            stopFor(e);
        }
        return Batch.LOST;
    }

    private void apply(History.Entry entry) {
        if (entry.position() != applied + 1) {
            throw new NotApplied("the history goes from position " + applied + " to " + entry.position(), null);
        }
        try {
            base.apply(entry);
            base.times.add(entry.position(), entry.at());
        } catch (RuntimeException e) {
            throw new NotApplied("position " + entry.position() + ": " + e.getMessage(), e);
        }
        applied = entry.position();
    }

    private void publish(long reached) {
        if (reached == position) {
            return;
        }
        lock.lock();
        try {
            position = reached;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stopFor(Throwable cause) {
        failure = String.valueOf(cause.getMessage());
        log.error("facts stopped at position {}; this node decides nothing until it is restarted", position, cause);
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = POLL_NANOS;
            while (!wake && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }

    /** An event that the facts could not take in. */
    private static final class NotApplied extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotApplied(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
