package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mandate.authorization.facts.UuidText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the journal's table. */
final class StoredRecords implements JournalRecords {

    private static final String HEAD = "select last_sequence from journal_head where id = 1";
    private static final String AFTER =
            "select sequence, payload from journal_record where sequence > ? order by sequence limit ?";
    private static final String WHOLE_AFTER =
            "select sequence, payload, id, made_at from journal_record where sequence > ? order by sequence limit ?";
    private static final String AT =
            "select sequence, payload from journal_record where sequence in (:sequences) order by sequence";
    /** The id of a record begins with the milliseconds of its instant, so that one partition is enough to look in. */
    private static final String BY_ID =
            "select sequence, payload from journal_record where id = ? and made_at between ? and ?";

    private final JdbcTemplate jdbc;
    private final SubjectKeys keys;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    StoredRecords(DataSource dataSource, SubjectKeys keys) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.keys = keys;
    }

    @Override
    public long head() {
        Long head = jdbc.queryForObject(HEAD, Long.class);
        return head == null ? 0 : head;
    }

    @Override
    public long read(long after, int max, Consumer<Stored> reader) {
        long[] last = {after};
        jdbc.query(
                AFTER,
                row -> {
                    last[0] = row.getLong(1);
                    reader.accept(new Stored(last[0], row.getBytes(2)));
                },
                after,
                max);
        return last[0];
    }

    @Override
    public void inspect(long after, int max, Consumer<StoredRow> reader) {
        jdbc.query(
                WHOLE_AFTER,
                row -> {
                    var stored = new Stored(row.getLong(1), row.getBytes(2));
                    reader.accept(new StoredRow(stored, row.getObject(3, UUID.class), row.getLong(4)));
                },
                after,
                max);
    }

    @Override
    public Optional<Stored> byId(String id) {
        if (!UuidText.canonical(id)) {
            return Optional.empty();
        }
        var firstMicro = (UuidText.high(id) >>> 16) * 1000;
        return jdbc
                .query(
                        BY_ID,
                        (row, n) -> new Stored(row.getLong(1), row.getBytes(2)),
                        UUID.fromString(id),
                        firstMicro,
                        firstMicro + 999)
                .stream()
                .findFirst();
    }

    @Override
    public List<Stored> at(Collection<Long> sequences) {
        return sequences.isEmpty()
                ? List.of()
                : new NamedParameterJdbcTemplate(jdbc)
                        .query(
                                AT,
                                Map.of("sequences", sequences),
                                (row, n) -> new Stored(row.getLong(1), row.getBytes(2)));
    }

    @Override
    public List<JournalEntry> reveal(List<JournalEntry> decoded) {
        var openings = keys.openings(jdbc, decoded);
        var revealed = new ArrayList<JournalEntry>(decoded.size());
        for (var entry : decoded) {
            revealed.add(
                    entry instanceof DecisionRecord decision
                            ? PersonalSeal.open(decision, part -> part.with(openings.of(decision, part)))
                            : entry);
        }
        return revealed;
    }

    @Override
    public JournalEntry open(Stored stored) {
        return reveal(List.of(CanonicalForm.read(stored))).get(0);
    }

    @Override
    public JournalEntry openQuestion(Stored stored) {
        var entry = CanonicalForm.read(stored);
        var openings = keys.openings(jdbc, List.of(entry));
        return entry instanceof DecisionRecord decision
                ? PersonalSeal.open(
                        decision, part -> part.ofRequester() ? part : part.with(openings.of(decision, part)))
                : entry;
    }

    @Override
    public void wake(Runnable follower) {
        followers.add(follower);
    }

    void committed() {
        followers.forEach(Runnable::run);
    }
}
