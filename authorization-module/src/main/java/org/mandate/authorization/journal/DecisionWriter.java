package org.mandate.authorization.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this node. It takes all that waits, writes it in one transaction and tells all who wait. When a write
 * fails it tries again under the same ids for as long as somebody waits: the outcome of a broken commit is not known. It is
 * never interrupted, since an interrupt in mid-write can close an embedded database.
 */
final class DecisionWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionWriter.class);
    private static final int MAX_BATCH = 1000;
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final long MOMENT_NANOS = Duration.ofMillis(1).toNanos();
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final DecisionRing ring;
    private final DecisionStore store;
    private final Losses losses;
    private final String mode;
    private final Clock clock;
    private final DecisionIds ids = new DecisionIds();
    private final Thread thread = new Thread(this::run, "journal-writer");
    private volatile long lastSequence;
    private volatile @Nullable String lastFailure;

    DecisionWriter(DecisionRing ring, DecisionStore store, Losses losses, String mode, Clock clock) {
        this.ring = ring;
        this.store = store;
        this.losses = losses;
        this.mode = mode;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long lastSequence() {
        return lastSequence;
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    private void run() {
        var answered = 0;
        while (!ring.isDrained()) {
            var batch = ring.take(MAX_BATCH, company(answered), MOMENT_NANOS);
            answered = batch.size();
            write(batch);
        }
        write(ring.take(MAX_BATCH, 0, 0));
    }

    /** Their answers leave without a record; that is written down even where no decision comes after them. */
    void lost(long count, Instant at) {
        losses.add(count, at);
        ring.wake();
    }

    /**
     * A commit costs far more than a record in it, so it is worth a moment to be more. Half of those who are at it, as far as the
     * last group and those who came meanwhile tell: while one half is written, the other is answered and asks again. Who is
     * alone never waits for others.
     */
    private int company(int answered) {
        return Math.min(MAX_BATCH, (answered + ring.depth()) / 2);
    }

    private void write(List<PendingDecision> batch) {
        var pause = FIRST_PAUSE_NANOS;
        var gap = losses.take().map(this::gap);
        batch.removeIf(decision -> !decision.isWaitedFor());
        for (var again = false; !batch.isEmpty() || gap.isPresent(); again = true) {
            if (tried(batch, gap, again)) {
                return;
            }
            LockSupport.parkNanos(this, pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            batch.removeIf(decision -> !decision.isWaitedFor());
        }
    }

    private Row gap(Losses.Loss loss) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lost = new LostDecisions(ids.next(now), now, 0, loss.count(), loss.first(), loss.last(), mode);
        return new Row(lost.id(), CanonicalForm.micros(now), CanonicalForm.write(lost));
    }

    private boolean tried(List<PendingDecision> batch, Optional<Row> gap, boolean again) {
        try {
            lastSequence = Math.max(lastSequence, store.append(batch, gap, again));
            if (lastFailure != null) {
                lastFailure = null;
                LOG.info("the journal can be written again");
            }
            batch.forEach(PendingDecision::written);
            return true;
        } catch (Throwable e) {
            // Whatever it was, a dead writer would refuse every request from here on.
            if (lastFailure == null) {
                LOG.warn("the journal cannot be written, decisions are refused", e);
            }
            lastFailure = "the journal cannot be written: " + cause(e);
            return false;
        }
    }

    private static String cause(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Takes in no more, writes what waits. */
    @Override
    public void close() {
        ring.close();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(DRAIN.toMillis());
            if (thread.isAlive()) {
                LOG.warn("the journal's writer did not finish within {}", DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
