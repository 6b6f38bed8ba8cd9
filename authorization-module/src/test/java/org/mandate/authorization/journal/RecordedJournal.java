package org.mandate.authorization.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

/** A real journal over a database of its own, for tests of what follows it. */
public final class RecordedJournal implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final JournalDatabase database;
    private final DecisionStore store;
    private final GroupCommitJournal journal;

    /** @param kind the name of a kind of database */
    public RecordedJournal(String kind, String... scripts) {
        database = JournalDatabase.of(JournalDatabase.Kind.valueOf(kind));
        for (var script : scripts) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/authorization/" + script))
                    .execute(database.dataSource());
        }
        store = JournalDatabase.store(database.dataSource());
        journal = new GroupCommitJournal(
                new JournalSettings("strict", Duration.ofSeconds(5), DataSize.ofMegabytes(16)), store, clock());
        journal.start();
    }

    public List<String> record(int times) {
        var request = new AccessRequest(
                SubjectId.user("anna"),
                Map.of("level", 3),
                Action.of("read"),
                Resource.of("posts", "p1"),
                Map.of("note", "hello"),
                Requirement.may("read"),
                Optional.of(Set.of("posts:read")),
                Optional.of("10.0.0.1"));
        var decision = new Decision(true, List.of(new Reason(Reason.Kind.ROLE, "author", "because of it")), 7);
        return journal.record(
                Collections.nCopies(times, new Journal.Judged(request, decision)),
                NOON,
                new Provenance(
                        SubjectId.user("anna"),
                        Optional.of("10.0.0.1"),
                        Optional.empty(),
                        "r-1",
                        Provenance.Channel.HTTP));
    }

    public JournalRecords records() {
        return store.records();
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public JdbcClient sql() {
        return database.sql();
    }

    public static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        journal.stop();
        store.close();
        database.close();
    }
}
