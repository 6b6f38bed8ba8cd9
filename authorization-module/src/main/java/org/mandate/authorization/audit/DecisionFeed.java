package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;

/**
 * Records as they come in. It reads the journal itself, in its order and from where it stopped, so that none is lost or
 * comes twice however slow its reader is.
 */
public final class DecisionFeed {

    private final JournalRecords records;
    private final IndexStore index;
    private final CommitBell bell;
    private final DecisionFilters filters;
    private long position;
    private @Nullable Reading reading;
    private long end;

    DecisionFeed(JournalRecords records, IndexStore index, CommitBell bell, DecisionFilters filters, long after) {
        this.records = records;
        this.index = index;
        this.bell = bell;
        this.filters = filters;
        this.position = after;
    }

    /** The next records in their order; none where none came within the time. */
    public List<JournalEntry> next(Duration patience) throws InterruptedException {
        var rung = bell.rung();
        var found = read();
        if (found.isEmpty()) {
            bell.await(rung, patience);
            found = read();
        }
        return records.reveal(found);
    }

    /** What came in while the last stretch was read has rung the bell already, so after its end there is one more look. */
    private List<JournalEntry> read() {
        var goesOn = reading != null;
        var found = further();
        return found.isEmpty() && goesOn ? further() : found;
    }

    private List<JournalEntry> further() {
        if (reading == null) {
            end = records.head();
            if (end <= position) {
                return List.of();
            }
            reading = new Reading(records, index, filters, new Range(position + 1, end), false);
        }
        var found = reading.next().orElse(List.of());
        if (found.isEmpty()) {
            position = end;
            reading = null;
        }
        return found;
    }
}
