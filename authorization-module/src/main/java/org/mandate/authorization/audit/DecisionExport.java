package org.mandate.authorization.audit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;

/**
 * The records of an export, as the journal stood when it was asked for. It holds two batches at a time, and nothing
 * of the database between two.
 */
public final class DecisionExport {

    private final JournalRecords records;
    private final Reading reading;
    private final IndexStore index;
    private final Progress progress = new Progress("an export of decisions", 1);
    private final long first;
    private final long last;
    private final boolean whole;
    private CompletableFuture<Optional<List<JournalEntry>>> ahead;

    DecisionExport(JournalRecords records, IndexStore index, DecisionFilters filters) {
        this.records = records;
        this.index = index;
        this.first = index.retired() + 1;
        this.last = records.head();
        this.whole = filters.equals(DecisionFilters.NONE);
        this.reading = new Reading(records, index, filters, new Range(first, last), false);
        this.ahead = readAhead();
    }

    /** Nothing is left out of the records from the first to the last. */
    public boolean isWhole() {
        return whole;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    /** The next records, decisions and known gaps, oldest first; empty when there are no more. */
    public Optional<List<JournalEntry>> next() {
        try {
            var next = ahead.join();
            if (next.isPresent()) {
                ahead = readAhead();
            }
            return next.map(records::reveal);
        } catch (CompletionException e) {
            throw new IllegalStateException("the journal cannot be read on", e.getCause());
        }
    }

    /** While one batch is opened and written out, the next is read. */
    private CompletableFuture<Optional<List<JournalEntry>>> readAhead() {
        return CompletableFuture.supplyAsync(this::read, DecisionExport::start);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "audit-export");
        thread.setDaemon(true);
        thread.start();
    }

    private Optional<List<JournalEntry>> read() {
        var next = reading.next();
        if (index.retired() >= first) {
            throw new IllegalStateException("records were retired while they were exported");
        }
        next.ifPresent(found -> progress.report(last(found) - first, last - first + 1));
        return next;
    }

    private static long last(List<JournalEntry> found) {
        return found.get(found.size() - 1).sequence();
    }
}
