package org.mandate.authorization.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is older than it has to be kept, always from the beginning, and writes down what it took. What is not
 * indexed yet stays, so the newest thousand records do in any case.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final IndexStore index;
    private final JournalRecords records;
    private final RecordRemoval removal;
    private final List<RetentionHold> holds;
    private final Clock clock;

    Retention(IndexStore index, JournalRecords records, RecordRemoval removal, List<RetentionHold> holds, Clock clock) {
        this.index = index;
        this.records = records;
        this.removal = removal;
        this.holds = List.copyOf(holds);
        this.clock = clock;
    }

    /** Retire what can be retired now. Answers the last sequence that is gone. */
    long retire(Duration kept) {
        var cutoff = Times.micros(clock.instant().minus(kept));
        var before = index.retired();
        for (var retired = before; ; ) {
            long now = index.transaction(() -> step(cutoff));
            if (now == retired) {
                if (now > before) {
                    LOG.info("records {} to {} of the journal have been retired", before + 1, now);
                }
                return now;
            }
            retired = now;
        }
    }

    private long step(long cutoff) {
        var retired = index.retired();
        if (index.claim().isEmpty()) {
            return retired;
        }
        var last = Math.min(lastBefore(cutoff, retired), released());
        if (last <= retired) {
            return retired;
        }
        var now = removal.remove(retired, last, cutoff);
        if (now > retired) {
            index.retire(retired + 1, now, Times.micros(clock.instant()));
        }
        return now;
    }

    private long released() {
        return holds.stream().mapToLong(RetentionHold::released).min().orElse(Long.MAX_VALUE);
    }

    /** The last sequence up to which all indexed records are older; whole blocks are, and of the next the beginning may be. */
    private long lastBefore(long cutoff, long retired) {
        var blocks = index.blocks();
        var younger = index.firstBlockSince(cutoff).orElse(blocks);
        if (younger >= blocks) {
            return Span.BLOCK.last(blocks - 1);
        }
        long[] last = {Math.max(retired, Span.BLOCK.first(younger) - 1)};
        var instant = Times.instant(cutoff);
        records.read(last[0], Span.BLOCK.size(), stored -> {
            if (stored.sequence() == last[0] + 1
                    && older(CanonicalForm.read(stored).at(), instant)) {
                last[0] = stored.sequence();
            }
        });
        return last[0];
    }

    private static boolean older(Instant at, Instant cutoff) {
        return at.isBefore(cutoff);
    }
}
