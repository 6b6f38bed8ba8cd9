package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;

/** The records that match, one after the other in one direction, read as they are asked for. */
final class Reading {

    private static final int LEAST = 64;
    private static final int MOST = 1024;

    private final JournalRecords records;
    private final DecisionFilters filters;
    private final Candidates candidates;
    private final boolean older;
    private long[] waiting = {};
    private int taken;
    private int step = LEAST;

    Reading(JournalRecords records, IndexStore index, DecisionFilters filters, Range range, boolean older) {
        this.records = records;
        this.filters = filters;
        this.candidates = new Candidates(index, filters, range, older);
        this.older = older;
    }

    /** The next that match, nearest first, their personal fields sealed; empty when there are no more. */
    Optional<List<JournalEntry>> next() {
        while (true) {
            if (taken == waiting.length && !refill()) {
                return Optional.empty();
            }
            var chunk = chunk();
            step = Math.min(2 * step, MOST);
            var found = new ArrayList<JournalEntry>(chunk.length);
            for (var stored : read(chunk)) {
                var entry = CanonicalForm.read(stored);
                if (filters.match(entry)) {
                    found.add(entry);
                }
            }
            if (!found.isEmpty()) {
                if (older) {
                    Collections.reverse(found);
                }
                return Optional.of(found);
            }
        }
    }

    private boolean refill() {
        taken = 0;
        do {
            var found = candidates.next();
            if (found.isEmpty()) {
                waiting = new long[0];
                return false;
            }
            waiting = found.get().sequences();
        } while (waiting.length == 0);
        return true;
    }

    private long[] chunk() {
        var size = Math.min(step, waiting.length - taken);
        taken += size;
        return older
                ? Arrays.copyOfRange(waiting, waiting.length - taken, waiting.length - taken + size)
                : Arrays.copyOfRange(waiting, taken - size, taken);
    }

    /** What stands close together is read in one go, with what lies between. */
    private List<Stored> read(long[] sequences) {
        var width = sequences[sequences.length - 1] - sequences[0] + 1;
        if (width > 2L * sequences.length) {
            return records.at(LongStream.of(sequences).boxed().toList());
        }
        var found = new ArrayList<Stored>();
        records.read(sequences[0] - 1, (int) width, found::add);
        return found;
    }
}
