package org.mandate.authorization.audit;

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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's table, to which a test adds. */
final class TableJournal implements JournalRecords {

    private static final RowMapper<Stored> ROW = (row, n) -> new Stored(row.getLong(1), row.getBytes(2));

    private final JdbcClient sql;
    private long head;

    TableJournal(JdbcClient sql) {
        this.sql = sql;
    }

    void add(JournalEntry entry) {
        head = entry.sequence();
        sql.sql("insert into journal_record (sequence, id, made_at, payload) values (?, ?, ?, ?)")
                .params(head, UUID.fromString(entry.id()), Times.micros(entry.at()), CanonicalForm.write(entry))
                .update();
    }

    List<Long> sequences() {
        return sql.sql("select sequence from journal_record order by sequence")
                .query(Long.class)
                .list();
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long read(long after, int max, Consumer<Stored> reader) {
        var found = sql.sql("select sequence, payload from journal_record where sequence > ? order by sequence limit ?")
                .params(after, max)
                .query(ROW)
                .list();
        found.forEach(reader);
        return found.isEmpty() ? after : found.get(found.size() - 1).sequence();
    }

    @Override
    public void inspect(long after, int max, Consumer<StoredRow> reader) {
        sql.sql(
                        "select sequence, payload, id, made_at from journal_record where sequence > ? order by sequence limit ?")
                .params(after, max)
                .query((row, n) -> new StoredRow(ROW.mapRow(row, n), row.getObject(3, UUID.class), row.getLong(4)))
                .list()
                .forEach(reader);
    }

    @Override
    public Optional<Stored> byId(String id) {
        return sql.sql("select sequence, payload from journal_record where id = ?")
                .param(UUID.fromString(id))
                .query(ROW)
                .optional();
    }

    @Override
    public List<Stored> at(Collection<Long> sequences) {
        return sql.sql("select sequence, payload from journal_record where sequence in (:some) order by sequence")
                .param("some", sequences)
                .query(ROW)
                .list();
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
        follower.run();
    }
}
