package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;
import org.mandate.authorization.journal.StoredRow;

/** A journal in memory, to which a test adds; it counts what is read of it. */
final class RecordingJournal implements JournalRecords {

    private final List<byte[]> written = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    private long read;
    private long first = 1;

    void add(JournalEntry entry) {
        written.add(CanonicalForm.write(entry));
        followers.forEach(Runnable::run);
    }

    /** Forget all before that sequence, as retention does. */
    void forgetBefore(long sequence) {
        first = sequence;
    }

    /** How many records have been handed over. */
    long read() {
        return read;
    }

    @Override
    public long head() {
        return written.size();
    }

    @Override
    public long read(long after, int max, Consumer<Stored> reader) {
        var from = Math.max(after, first - 1);
        var last = Math.min(head(), from + max);
        for (var sequence = from + 1; sequence <= last; sequence++) {
            reader.accept(stored(sequence));
        }
        return Math.max(last, after);
    }

    @Override
    public void inspect(long after, int max, Consumer<StoredRow> reader) {
        read(after, max, stored -> {
            var entry = open(stored);
            reader.accept(new StoredRow(stored, UUID.fromString(entry.id()), Times.micros(entry.at())));
        });
    }

    @Override
    public Optional<Stored> byId(String id) {
        for (var sequence = first; sequence <= head(); sequence++) {
            if (open(stored(sequence)).id().equals(id)) {
                return Optional.of(stored(sequence));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Stored> at(Collection<Long> sequences) {
        return sequences.stream()
                .filter(sequence -> sequence >= first && sequence <= head())
                .sorted()
                .map(this::stored)
                .toList();
    }

    @Override
    public JournalEntry open(Stored stored) {
        return CanonicalForm.read(stored);
    }

    @Override
    public JournalEntry openQuestion(Stored stored) {
        return open(stored);
    }

    @Override
    public List<JournalEntry> reveal(List<JournalEntry> decoded) {
        return decoded;
    }

    @Override
    public void wake(Runnable follower) {
        followers.add(follower);
    }

    private Stored stored(long sequence) {
        read++;
        return new Stored(sequence, written.get((int) sequence - 1));
    }
}
