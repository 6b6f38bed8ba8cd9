package org.mandate.authorization.reproduction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Reproduction.Outcome;

/** Decides every decision of a stretch again and counts what comes of it. */
final class ReproductionWork implements Jobs.Work<ReproductionWork.Seen>, JournalWalk.Reader<ReproductionWork.Looked> {

    private static final int MOST_LISTED = 100;

    private final JournalWalk walk;
    private final Reproducer reproducer;
    private final Stretch stretch;
    private final Predicate<JournalEntry> wanted;
    private final Map<Outcome, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> engines = new TreeMap<>();
    private final List<Reproduction> differing = new ArrayList<>();
    private long decisions;
    private long lost;
    private volatile Seen seen = new Seen(0, Map.of(), 0, Map.of(), List.of());

    /** @param wanted which of the stretch's records count */
    ReproductionWork(JournalWalk walk, Reproducer reproducer, Stretch stretch, Predicate<JournalEntry> wanted) {
        this.walk = walk;
        this.reproducer = reproducer;
        this.stretch = stretch;
        this.wanted = wanted;
    }

    /** What it has come to so far. */
    record Seen(
            long decisions,
            Map<Outcome, Long> outcomes,
            long lost,
            Map<String, Long> engines,
            List<Reproduction> differing) {

        long count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    static Predicate<JournalEntry> made(Optional<Instant> from, Optional<Instant> to) {
        return entry -> from.map(instant -> !entry.at().isBefore(instant)).orElse(true)
                && to.map(entry.at()::isBefore).orElse(true);
    }

    @Override
    public void run(Ongoing ongoing) {
        walk.walk(stretch, "decided again", ongoing, this);
    }

    /**
     * What one record came to.
     * @param lost how many decisions it says are missing
     */
    record Looked(Optional<Reproduction> again, long lost) {

        static final Looked AT_NOTHING = new Looked(Optional.empty(), 0);
    }

    @Override
    public Looked look(JournalEntry entry) {
        if (!wanted.test(entry)) {
            return Looked.AT_NOTHING;
        }
        if (entry instanceof LostDecisions gap) {
            return new Looked(Optional.empty(), gap.count());
        }
        return entry instanceof DecisionRecord decision
                ? new Looked(Optional.of(reproducer.again(decision)), 0)
                : Looked.AT_NOTHING;
    }

    @Override
    public void take(List<Looked> looked) {
        for (Looked one : looked) {
            lost += one.lost();
            one.again().ifPresent(this::count);
        }
        seen = new Seen(decisions, Map.copyOf(outcomes), lost, Map.copyOf(engines), List.copyOf(differing));
    }

    private void count(Reproduction one) {
        decisions++;
        outcomes.merge(one.outcome(), 1L, Long::sum);
        engines.merge(one.engine(), 1L, Long::sum);
        if (one.outcome() == Outcome.DIFFERENT && differing.size() < MOST_LISTED) {
            differing.add(one);
        }
    }

    @Override
    public Seen seen() {
        return seen;
    }
}
