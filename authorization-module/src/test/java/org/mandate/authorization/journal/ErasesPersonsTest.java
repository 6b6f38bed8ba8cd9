package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.identity.SealingKey;
import org.mandate.identity.event.UserErased;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class ErasesPersonsTest {

    private static final List<String> PERSONAL = List.of(
            "198.51.100.23",
            "198.51.100.99",
            "Mozilla-of-anna",
            "anna.smith",
            "anna@example.org",
            "pink",
            "secret note");

    @Parameter
    JournalDatabase.Kind kind;

    private final Set<String> registered = new HashSet<>(Set.of("anna", "ben", "gate"));
    private JournalDatabase database;
    private SubjectKeys keys;
    private DecisionStore store;
    private GroupCommitJournal journal;

    @BeforeEach
    void start() {
        database = JournalDatabase.of(kind);
        keys = new SubjectKeys(SealingKey.of(new byte[32]), subject -> registered.contains(subject.id()));
        store = new DecisionStore(database.dataSource(), database.dataSource(), keys);
        journal = new GroupCommitJournal(JournalDatabase.settings(), store, Clock.systemUTC());
        journal.start();
    }

    @AfterEach
    void stop() {
        journal.stop();
        store.close();
        database.close();
    }

    @Test
    void leavesNothingPersonalInADumpAfterErasure() throws Exception {
        var own = ask("anna", "anna");
        var through = ask("anna", "gate");
        var shown = decision(own);
        assertThat(shown.provenance().ip()).contains("198.51.100.23");
        assertThat(shown.provenance().userAgent()).contains("Mozilla-of-anna");
        assertThat(shown.username()).contains("anna.smith");
        assertThat(shown.erased()).isFalse();

        erase("anna");
        var after = ask("anna", "anna");

        var dump = database.dump();
        assertThat(dump).contains(own);
        PERSONAL.forEach(value -> assertThat(contains(dump, value)).as(value).isFalse());
        for (var id : List.of(own, through)) {
            var record = decision(id);
            assertThat(record.erased()).isTrue();
            assertThat(record.username()).isEmpty();
            assertThat(record.subjectProperties()).isEmpty();
            assertThat(record.context()).isEmpty();
            assertThat(record.decisionIp()).isEmpty();
            assertThat(record.subject().id()).isEqualTo("anna");
        }
        // The gateway is a person of its own: where it asked from is still known.
        assertThat(decision(own).provenance().ip()).isEmpty();
        assertThat(decision(through).provenance().ip()).contains("198.51.100.23");
        assertThat(decision(after).erased()).isFalse();
        assertThat(database.records()).isEqualTo(3);
    }

    /** The keys that stood in a dump before do not matter: what is left opens with none that the database still has. */
    @Test
    void destroysTheKeyAndNoOther() {
        var anna = ask("anna", "anna");
        var ben = ask("ben", "ben");

        erase("anna");

        assertThat(decision(anna).erased()).isTrue();
        assertThat(decision(ben).erased()).isFalse();
        assertThat(database.sql()
                        .sql("select subject_id from journal_subject_key where wrapped_key is null")
                        .query(String.class)
                        .list())
                .containsExactly("anna");
    }

    /** A node that has not heard of it yet goes on: what it still records can be opened by nobody. */
    @Test
    void makesNoKeyForWhoWasErased() {
        var jdbc = new JdbcTemplate(database.dataSource());
        inTransaction(() -> new KeyErasure(keys, jdbc).on(new UserErased("ben")));

        var id = ask("ben", "ben");

        assertThat(decision(id).erased()).isTrue();
        assertThat(decision(id).username()).isEmpty();
    }

    @Test
    void comesBackWithATransactionThatFails() {
        var id = ask("anna", "anna");
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
                .executeWithoutResult(status -> {
                    keys.destroy(new JdbcTemplate(database.dataSource()), "anna");
                    status.setRollbackOnly();
                });

        assertThat(decision(id).erased()).isFalse();
    }

    @Test
    void keepsOneKeyForAllWhoAreNotRegistered() {
        for (var i = 0; i < 20; i++) {
            assertThat(decision(ask("stranger" + i, "stranger" + i)).username()).contains("anna.smith");
        }

        assertThat(database.sql()
                        .sql("select subject_id from journal_subject_key")
                        .query(String.class)
                        .list())
                .containsExactly(SubjectKeys.NOBODY);
    }

    @Test
    void opensWithAnotherNodesKeys() {
        var id = ask("anna", "gate");
        var other = new DecisionStore(
                database.dataSource(),
                database.dataSource(),
                new SubjectKeys(SealingKey.of(new byte[32]), subject -> registered.contains(subject.id())));

        var record = (DecisionRecord)
                other.records().byId(id).map(other.records()::open).orElseThrow();
        other.close();

        assertThat(record.username()).contains("anna.smith");
        assertThat(record.provenance().userAgent()).contains("Mozilla-of-anna");
        assertThat(record.sealed()).hasSize(2);
    }

    private void erase(String user) {
        var jdbc = new JdbcTemplate(database.dataSource());
        inTransaction(() -> new KeyErasure(keys, jdbc).on(new UserErased(user)));
        registered.remove(user);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
                .executeWithoutResult(status -> work.run());
    }

    private DecisionRecord decision(String id) {
        return (DecisionRecord)
                store.records().byId(id).map(store.records()::open).orElseThrow();
    }

    private String ask(String subject, String requester) {
        var request = new AccessRequest(
                SubjectId.user(subject),
                Map.of("mail", "anna@example.org"),
                new Action("read", Map.of("why", "secret note")),
                new Resource("posts", "p1", Map.of("colour", "pink")),
                Map.of("of", List.of("anna@example.org")),
                Requirement.may("read"),
                Optional.empty(),
                Optional.of("198.51.100.99"),
                Optional.of("anna.smith"));
        var decision = new Decision(true, List.of(new Reason(Reason.Kind.ROLE, "editor", "because of it")), 7);
        return journal.record(
                request,
                decision,
                Decisions.NOON,
                new Provenance(
                        SubjectId.user(requester),
                        Optional.of("198.51.100.23"),
                        Optional.of("Mozilla-of-anna"),
                        "r-1",
                        Channel.ACCESS_API));
    }

    /** As text, and as the bytes that a dump shows in hexadecimal digits. */
    private static boolean contains(String dump, String value) {
        var found = new ArrayList<Boolean>();
        found.add(dump.contains(value));
        var hex = new StringBuilder();
        for (var b : value.getBytes(StandardCharsets.UTF_8)) {
            hex.append("%02x".formatted(b));
        }
        found.add(dump.contains(hex));
        return found.contains(true);
    }
}
