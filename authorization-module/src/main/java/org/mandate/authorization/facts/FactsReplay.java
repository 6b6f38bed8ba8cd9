package org.mandate.authorization.facts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Builds the facts a second time beside those that decisions are taken on, compares both at one position, and puts the new
 * ones in the place of the old.
 */
public final class FactsReplay {

    private static final int BATCH = 5_000;

    private final History history;
    private final FactsReader reader;

    FactsReplay(History history, FactsReader reader) {
        this.history = history;
        this.reader = reader;
    }

    /**
     * What a comparison found.
     * @param position where both were compared
     * @param hash of what the history comes to there
     * @param difference the first fact that differs; empty where both are equal
     */
    public record Comparison(long position, String hash, Optional<String> difference) {}

    /** Build, compare and throw away. */
    public Comparison check(LongConsumer progress) {
        FactBase beside = new FactBase();
        long reached = build(beside, progress);
        return compare(beside, reached);
    }

    /** Build, compare, and change over without a moment in which the facts are not there. */
    public Comparison rebuild(LongConsumer progress) {
        FactBase beside = new FactBase();
        long reached = build(beside, progress);
        Comparison found = compare(beside, reached);
        reached = follow(history, beside, new Way(reached, reader.position()), progress);
        try {
            progress.accept(reader.replaceBy(beside, reached).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return found;
    }

    /** A stopped reader is behind the history, so the head is asked for, too. */
    private long build(FactBase beside, LongConsumer progress) {
        long reached = 0;
        long target = history.head();
        while (reached < target) {
            reached = follow(history, beside, new Way(reached, target), progress);
            target = Math.max(target, reader.position());
        }
        return reached;
    }

    private Comparison compare(FactBase beside, long reached) {
        long position = Math.min(reached, reader.position());
        List<StateHash> both = Stream.of(beside, reader.base())
                .parallel()
                .map(base -> StateHash.of(base, position))
                .toList();
        StateHash expected = both.get(0);
        StateHash found = both.get(1);
        return new Comparison(position, expected.text(), expected.differenceTo(found));
    }

    /** From a position on, up to and including another. */
    record Way(long from, long upTo) {}

    /** Apply to the base what lies on the way; the progress is told each position that is reached. */
    static long follow(History history, FactBase base, Way way, LongConsumer progress) {
        long reached = way.from();
        try (var ahead = new ReadAhead<History.Entry>(history::read, BATCH, reached, way.upTo())) {
            while (reached < way.upTo()) {
                ReadAhead.Batch<History.Entry> batch = ahead.next();
                long applied = reached;
                for (History.Entry entry : batch.items()) {
                    NotApplied.apply(base, applied, entry);
                    applied = entry.position();
                }
                if (applied == reached || applied != batch.reached()) {
                    throw new NotApplied("the history ends at position " + applied + ", not at " + way.upTo(), null);
                }
                reached = applied;
                progress.accept(reached);
            }
        }
        return reached;
    }
}
