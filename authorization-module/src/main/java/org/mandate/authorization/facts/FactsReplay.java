package org.mandate.authorization.facts;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;

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
        reached = follow(history, beside, reached, reader.position());
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
            while (reached < target) {
                reached = follow(history, beside, reached, Math.min(target, reached + BATCH));
                progress.accept(reached);
            }
            target = Math.max(target, reader.position());
        }
        return reached;
    }

    private Comparison compare(FactBase beside, long reached) {
        FactBase live = reader.base();
        long position = Math.min(reached, reader.position());
        StateHash expected = StateHash.of(beside, position);
        StateHash found = StateHash.of(live, position);
        return new Comparison(position, expected.text(), expected.differenceTo(found));
    }

    /** Apply to the base what comes after a position, up to another. */
    static long follow(History history, FactBase base, long from, long upTo) {
        long after = from;
        long reached = from;
        while (reached < upTo) {
            long[] applied = {reached};
            reached = history.read(reached, (int) Math.min(BATCH, upTo - reached), entry -> {
                NotApplied.apply(base, applied[0], entry);
                applied[0] = entry.position();
            });
            if (reached == after || applied[0] != reached) {
                throw new NotApplied("the history ends at position " + applied[0] + ", not at " + upTo, null);
            }
            after = reached;
        }
        return reached;
    }
}
