package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.Stored;

/** Puts the records of one block into the forms in which they are searched and counted. */
final class BlockBuilder {

    private final long number;
    private final Packed columns = new Packed();
    private final Packed subjects = new Packed();
    private final Map<String, Integer> knownActions = new LinkedHashMap<>();
    private final Map<String, Integer> knownSubjects = new LinkedHashMap<>();
    private final Tally tally = new Tally();
    private final List<Long> gaps = new ArrayList<>();
    private long[] pairs = new long[10 * Span.BLOCK.size()];
    private int pairCount;
    private int records;
    private long lastInstant;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    BlockBuilder(long number) {
        this.number = number;
    }

    void add(Stored stored) {
        if (stored.sequence() != Span.BLOCK.first(number) + records) {
            throw new IllegalStateException("the journal has no record `" + (Span.BLOCK.first(number) + records) + "`");
        }
        var entry = CanonicalForm.read(stored);
        var instant = Times.micros(entry.at());
        columns.signed(instant - lastInstant);
        lastInstant = instant;
        earliest = Math.min(earliest, instant);
        latest = Math.max(latest, instant);
        if (entry instanceof DecisionRecord decision) {
            add(decision);
        } else {
            columns.number(Facets.NO_DECISION);
            subjects.number(0);
            gaps.add(stored.sequence());
        }
        records++;
    }

    private void add(DecisionRecord decision) {
        var facets = Facets.of(decision);
        columns.number(facets).number(number(knownActions, decision.action().name()));
        subjects.number(number(knownSubjects, decision.subject().id()));
        tally.add(facets, decision.action().name(), 1);
        Terms.of(decision).forEach(this::post);
    }

    private void post(int hash) {
        if (pairCount == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairCount);
        }
        pairs[pairCount++] = Postings.pair(hash, records);
    }

    /** Numbered from 1 in the order of their first use. */
    private static int number(Map<String, Integer> known, String value) {
        return known.computeIfAbsent(value, any -> known.size() + 1);
    }

    boolean isComplete() {
        return records == Span.BLOCK.size();
    }

    Block build() {
        if (!isComplete()) {
            throw new IllegalStateException("block `" + number + "` has but " + records + " records");
        }
        var sorted = Arrays.copyOf(pairs, pairCount);
        Arrays.sort(sorted);
        return new Block(
                number,
                earliest,
                latest,
                tally.toBytes(),
                behind(knownActions, columns),
                behind(knownSubjects, subjects),
                sorted,
                gaps);
    }

    private static byte[] behind(Map<String, Integer> names, Packed values) {
        var all = new Packed().number(names.size());
        names.keySet().forEach(name -> Names.write(all, name));
        return all.append(values).toBytes();
    }
}
