package org.mandate.authorization.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Builds the facts: one thread that reads the history from its start and follows it, woken by this node's commits and, for
 * those of other nodes, by a short timer. An event that cannot be applied stops it until the facts are rebuilt, and the node
 * decides nothing meanwhile: a revoke that is skipped is the worst fault there is.
 */
final class FactsReader implements FactsStatus, PastFacts, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FactsReader.class);
    private static final int BATCH = 5_000;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final History history;
    private final Loading loading;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition woken = lock.newCondition();

    private volatile Applied state;
    private volatile long lastContact;
    private volatile boolean caughtUp;
    private volatile boolean running;
    private volatile @Nullable String failure;
    private boolean wake;
    private boolean lost;
    private long applied;
    private @Nullable Replacement replacement;
    private @Nullable Thread thread;

    /** How far a base is; both change together, so that no reader sees one with the position of another. */
    private record Applied(FactBase base, long position) {}

    FactsReader(History history, FactBase base) {
        this.history = history;
        this.loading = new Loading(history, BATCH);
        this.state = new Applied(base, 0);
    }

    /** The facts as they stand now. */
    Facts now() {
        Applied now = state;
        return now.base().at(now.position());
    }

    /** What the facts are read from, until a rebuilt base takes its place. */
    FactBase base() {
        return state.base();
    }

    /** The facts as they stood at any position that has been applied. */
    @Override
    public Facts at(long asked) {
        Applied now = state;
        if (asked < 0 || asked > now.position()) {
            throw new IllegalArgumentException(
                    "position " + asked + " is asked for where " + now.position() + " is the newest");
        }
        return now.base().at(asked);
    }

    @Override
    public long head() {
        return position();
    }

    @Override
    public Instant recordedAt(long asked) {
        return base().times.at(asked);
    }

    @Override
    public long positionAt(Instant instant) {
        Applied now = state;
        return now.base().times.positionAt(instant, now.position());
    }

    @Override
    public long position() {
        return state.position();
    }

    @Override
    public boolean fit() {
        return caughtUp && failure == null && System.nanoTime() - lastContact < STALE_NANOS;
    }

    @Override
    public String describe() {
        String fault = failure;
        if (fault != null) {
            return "stopped at position " + position() + ": " + fault;
        }
        if (!caughtUp) {
            return "loading, at position " + position();
        }
        return fit()
                ? "following at position " + position()
                : "no contact with the history since position " + position();
    }

    @Override
    public boolean await(long target, Duration atMost) {
        if (position() >= target) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position() < target && failure == null && left > 0) {
                left = advanced.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return position() >= target;
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
        while (running) {
            replace();
            if (failure != null) {
                pause();
                continue;
            }
            switch (readBatch()) {
                case MORE -> progress.report(position());
                case LOST -> pause();
                case END -> {
                    if (!caughtUp) {
                        caughtUp = true;
                        progress.done(position());
                    }
                    pause();
                }
            }
        }
        loading.close();
    }

    /**
     * Go on with another base, which has applied everything up to the position. The reader brings it to where the present one
     * is, and changes over between two events; a reader that has stopped follows the history again.
     */
    CompletableFuture<Long> replaceBy(FactBase base, long position) {
        Replacement next = new Replacement(base, position, new CompletableFuture<>());
        lock.lock();
        try {
            if (!running || replacement != null) {
                next.done().completeExceptionally(new IllegalStateException("the facts are not followed now"));
                return next.done();
            }
            replacement = next;
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
        return next.done();
    }

    private record Replacement(FactBase base, long position, CompletableFuture<Long> done) {}

    private void replace() {
        Replacement next = taken();
        if (next == null) {
            return;
        }
        try {
            FactsReplay.Way rest = new FactsReplay.Way(next.position(), position());
            long reached = FactsReplay.follow(history, next.base(), rest, position -> {});
            publish(new Applied(next.base(), reached));
            failure = null;
            next.done().complete(reached);
        } catch (RuntimeException e) {
            next.done().completeExceptionally(e);
        }
    }

    private @Nullable Replacement taken() {
        lock.lock();
        try {
            Replacement next = replacement;
            replacement = null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private enum Batch {
        MORE,
        END,
        LOST
    }

    private Batch readBatch() {
        Applied was = state;
        long before = was.position();
        long asked = System.nanoTime();
        try {
            applied = before;
            long reached = loading.read(before, entry -> apply(was.base(), entry));
            lastContact = asked;
            publish(new Applied(was.base(), reached));
            if (lost) {
                lost = false;
                log.info("contact with the history is back, at position {}", reached);
            }
            return loading.goesOnBehind(reached) || reached - before == BATCH ? Batch.MORE : Batch.END;
        } catch (NotApplied e) {
            stopFor(e);
        } catch (RuntimeException e) {
            if (!lost) {
                lost = true;
                log.warn("the history cannot be read; decisions stop in two seconds", e);
            }
            publish(new Applied(was.base(), applied));
        } catch (Error e) {
            stopFor(e);
        }
        return Batch.LOST;
    }

    private void apply(FactBase base, History.Entry entry) {
        NotApplied.apply(base, applied, entry);
        applied = entry.position();
    }

    private void publish(Applied reached) {
        if (reached.equals(state)) {
            return;
        }
        lock.lock();
        try {
            state = reached;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stopFor(Throwable cause) {
        failure = String.valueOf(cause.getMessage());
        log.error("facts stopped at position {}; this node decides nothing until they are rebuilt", position(), cause);
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
}
