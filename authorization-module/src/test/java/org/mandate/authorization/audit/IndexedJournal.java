package org.mandate.authorization.audit;

import java.util.function.Consumer;
import org.mandate.authorization.journal.JournalDatabase;
import org.mandate.authorization.journal.JournalEntry;

/** A journal in memory with its index in a database, and who is asked about both. */
record IndexedJournal(JournalDatabase database, RecordingJournal journal, IndexStore store, AuditQueries queries)
        implements AutoCloseable {

    static IndexedJournal in(JournalDatabase.Kind kind) {
        var database = JournalDatabase.of(kind);
        var journal = new RecordingJournal();
        var store = new IndexStore(database.dataSource());
        var bell = new CommitBell();
        journal.wake(bell::ring);
        return new IndexedJournal(database, journal, store, new AuditQueries(journal, store, bell));
    }

    /** @param seen is told each of them */
    void add(RandomRecords records, int number, Consumer<JournalEntry> seen) {
        for (var i = 0; i < number; i++) {
            var entry = records.next();
            seen.accept(entry);
            journal.add(entry);
        }
    }

    /** All blocks that are complete. */
    void index() {
        var indexing = new Indexing(store, journal);
        for (var reached = -1L; reached < indexing.complete(); ) {
            reached = indexing.step();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
