package org.mandate.authorization.reproduction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mandate.authorization.facts.ReadAhead;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through the journal in its order, many records at a time, opens them, and says how far it is. */
public final class JournalWalk {

    private static final Logger log = LoggerFactory.getLogger(JournalWalk.class);
    private static final int BATCH = 4_096;
    private static final long BETWEEN_REPORTS = Duration.ofSeconds(5).toNanos();

    /** Records of several nodes reach the journal a little out of the order of their instants. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final JournalRecords records;

    JournalWalk(JournalRecords records) {
        this.records = records;
    }

    /** A stretch of the journal: behind the one sequence, up to and including the other. */
    public record Stretch(long after, long last) {

        public long size() {
            return Math.max(0, last - after);
        }
    }

    /** A stretch in which all records lie that were made from the one instant on and before the other; and some beside it. */
    public Stretch around(Optional<Instant> from, Optional<Instant> to) {
        long head = records.head();
        long after = from.map(instant -> before(instant.minus(DISORDER), head)).orElse(0L);
        long last = to.map(instant -> before(instant.plus(DISORDER), head)).orElse(head);
        return new Stretch(after, last);
    }

    /** The newest record. */
    public long head() {
        return records.head();
    }

    /** The last sequence that was made before the instant, as far as sequences go by instants. */
    private long before(Instant instant, long head) {
        long low = 0;
        long high = head;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (madeBefore(middle, instant)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean madeBefore(long sequence, Instant instant) {
        return madeAt(sequence).map(at -> at.isBefore(instant)).orElse(true);
    }

    /** When the record was made; empty where there is none of the sequence. */
    public Optional<Instant> madeAt(long sequence) {
        return records.at(List.of(sequence)).stream()
                .map(stored -> records.openQuestion(stored).at())
                .findFirst();
    }

    /**
     * What is done with the records.
     * @param <R> what looking at one of them comes to
     */
    public interface Reader<R> {

        /** Called for each record, on any number of threads at once. */
        R look(JournalEntry entry);

        /** What looking at them came to, in their order; called by one thread. */
        void take(List<R> looked);
    }

    /** Hand over every record of the stretch in order, as {@link #walk(Stretch, String, Ongoing, Reader)} does. */
    public void walk(Stretch stretch, String what, Ongoing ongoing, Consumer<List<JournalEntry>> reader) {
        walk(stretch, what, ongoing, new Reader<JournalEntry>() {
            @Override
            public JournalEntry look(JournalEntry entry) {
                return entry;
            }

            @Override
            public void take(List<JournalEntry> entries) {
                reader.accept(entries);
            }
        });
    }

    /**
     * Have every record of the stretch looked at, with all that was decided on opened.
     * @param what what it is done for, as the log says it
     */
    public <R> void walk(Stretch stretch, String what, Ongoing ongoing, Reader<R> reader) {
        ongoing.progress().begin(stretch.size());
        long reported = System.nanoTime();
        long at = stretch.after();
        try (var ahead = new ReadAhead<Stored>(records::read, BATCH, at, stretch.last())) {
            while (at < stretch.last()) {
                ongoing.check();
                ReadAhead.Batch<Stored> batch = ahead.next();
                if (batch.reached() == at) {
                    throw new IllegalStateException(
                            "the journal ends at " + at + " but " + stretch.last() + " was there");
                }
                reader.take(batch.items().parallelStream()
                        .map(records::openQuestion)
                        .map(reader::look)
                        .toList());
                at = batch.reached();
                ongoing.progress().moved(at - stretch.after());
                if (System.nanoTime() - reported > BETWEEN_REPORTS) {
                    reported = System.nanoTime();
                    report(what, ongoing.progress().view());
                }
            }
        }
        ongoing.progress().end();
        report(what, ongoing.progress().view());
    }

    private static void report(String what, WalkProgress.View view) {
        log.info(
                "{}: {} of {} records, {}/s, {} s left",
                what,
                view.position(),
                view.total(),
                view.perSecond(),
                view.secondsLeft());
    }
}
