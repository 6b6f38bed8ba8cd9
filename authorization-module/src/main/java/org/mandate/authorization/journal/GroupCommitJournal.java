package org.mandate.authorization.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.springframework.context.SmartLifecycle;

/**
 * The journal of this node: many requests wait, one writer commits for all of them. It starts before the first request is
 * let in and stops after the last has been answered.
 */
final class GroupCommitJournal implements Journal, JournalStatus, SmartLifecycle {

    private final JournalSettings settings;
    private final SubjectKeys keys;
    private final DecisionRing ring;
    private final Losses losses = new Losses();
    private final Refusals refusals;
    private final DecisionWriter writer;
    private final JournalPartitions partitions;
    private final DecisionIds ids = new DecisionIds();
    private volatile boolean running;

    GroupCommitJournal(JournalSettings settings, DecisionStore store, Clock clock) {
        this.settings = settings;
        this.keys = store.keys();
        this.refusals = new Refusals(clock);
        this.ring = new DecisionRing(settings.capacity().toBytes());
        this.writer = new DecisionWriter(ring, store, losses, settings.mode(), clock);
        this.partitions = store.partitions(clock);
    }

    @Override
    public List<String> record(List<Judged> judged, Instant at, Provenance provenance) {
        // From here on the caller waits, so making the records counts too.
        var deadline = System.nanoTime() + settings.patience().toNanos();
        if (!running) {
            throw refusals.of("the journal is not running");
        }
        var numbered = numbered(judged.size(), at);
        var waiting = waiting(numbered, judged, at, provenance);
        if (settings.strict()) {
            await(waiting, deadline);
        } else if (waiting.isEmpty()) {
            writer.lost(judged.size(), at);
        }
        return numbered;
    }

    private List<String> numbered(int records, Instant at) {
        var numbered = new ArrayList<String>(records);
        for (int i = 0; i < records; i++) {
            numbered.add(ids.next(at));
        }
        return numbered;
    }

    /** All of them made and in the ring, or none: records grow no faster than there is room for them. */
    private Optional<List<PendingDecision>> waiting(
            List<String> numbered, List<Judged> judged, Instant at, Provenance provenance) {
        try (var room = new Room(ring)) {
            for (int i = 0; i < judged.size(); i++) {
                var one = judged.get(i);
                if (!room.take(pending(numbered.get(i), one.request(), one.decision(), at, provenance))) {
                    return Optional.empty();
                }
            }
            return room.handOver();
        }
    }

    private void await(Optional<List<PendingDecision>> waiting, long deadline) {
        var pending =
                waiting.orElseThrow(() -> refusals.of("the journal has no room for more records, try again later"));
        if (!written(pending, deadline)) {
            throw refusals.of(writer.lastFailure().orElse("the journal did not answer in time"));
        }
    }

    /** One deadline for all; what is not written by then is given up, one and all. */
    private static boolean written(List<PendingDecision> pending, long deadline) {
        var all = true;
        for (var one : pending) {
            all &= one.await(deadline - System.nanoTime());
        }
        return all;
    }

    private PendingDecision pending(
            String id, AccessRequest request, Decision decision, Instant at, Provenance provenance) {
        try {
            return PendingDecision.of(entry(id, request, decision, at, provenance), keys);
        } catch (RuntimeException e) {
            throw new DecisionNotRecorded("the decision cannot be written down", e);
        }
    }

    private DecisionRecord entry(
            String id, AccessRequest request, Decision decision, Instant at, Provenance provenance) {
        return new DecisionRecord(
                id,
                at,
                decision.position(),
                0,
                provenance,
                request.subject(),
                request.username(),
                request.subjectProperties(),
                request.action(),
                request.resource(),
                request.context(),
                request.requirement().toString(),
                decision.allowed(),
                decision.reasons(),
                request.scopes().map(scopes -> scopes.stream().sorted().toList()),
                request.ip(),
                settings.mode(),
                Decider.VERSION,
                List.of());
    }

    @Override
    public String mode() {
        return settings.mode();
    }

    @Override
    public long lastSequence() {
        return writer.lastSequence();
    }

    @Override
    public int queueDepth() {
        return ring.depth();
    }

    @Override
    public long lost() {
        return losses.count();
    }

    @Override
    public Optional<String> lastFailure() {
        return writer.lastFailure();
    }

    @Override
    public void start() {
        partitions.start();
        writer.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        writer.close();
        partitions.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
