package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalDatabase;
import org.mandate.authorization.journal.JournalEntry;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class RetiresRecordsTest {

    private static final int RECORDS = 4000;

    /** Where two partitions meet, in the middle of the second block. */
    private static final Instant BORDER = RandomRecords.START.plusMillis(1500 * 250);

    @Parameter
    JournalDatabase.Kind kind;

    private JournalDatabase database;
    private TableJournal journal;
    private IndexStore store;
    private AuditQueries queries;
    private final List<JournalEntry> all = new ArrayList<>();

    @BeforeEach
    void index() {
        database = JournalDatabase.of(kind);
        if (kind == JournalDatabase.Kind.POSTGRES) {
            partition("first", Times.micros(RandomRecords.START.minusSeconds(100)), Times.micros(BORDER));
            partition("second", Times.micros(BORDER), Times.micros(RandomRecords.START.plusSeconds(10_000)));
        }
        journal = new TableJournal(database.sql());
        store = new IndexStore(database.dataSource());
        queries = new AuditQueries(journal, store, new CommitBell());
        var records = new RandomRecords(9, 100);
        for (var i = 0; i < RECORDS; i++) {
            all.add(records.next());
            journal.add(all.get(i));
        }
        var indexing = new Indexing(store, journal);
        indexing.step();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void takesTheOldestAwayWithoutAHoleAndKeepsTheRest() {
        var retired = retire(BORDER.plusSeconds(60));

        assertThat(retired).isBetween(1400L, 2000L);
        assertThat(journal.sequences())
                .isEqualTo(LongStream.rangeClosed(retired + 1, RECORDS).boxed().toList());
        assertThat(all.subList(0, (int) retired))
                .allSatisfy(entry -> assertThat(entry.at()).isBefore(BORDER.plusSeconds(60)));
        assertThat(store.retired()).isEqualTo(retired);
        assertThat(store.blockNumbers()).containsExactly(1L, 2L);
    }

    @Test
    void saysNothingWrongAfterwards() {
        var retired = retire(BORDER.plusSeconds(60));
        var rest = all.subList((int) retired, RECORDS);

        var export = queries.handle(new ExportDecisions(Asked.all().filters()));
        var exported = new ArrayList<JournalEntry>();
        for (var next = export.next(); next.isPresent(); next = export.next()) {
            exported.addAll(next.get());
        }
        assertThat(exported).isEqualTo(rest);
        var subject = ((DecisionRecord) all.get(RECORDS - 1)).subject().id();
        var bySubject =
                queries.handle(new ExportDecisions(Asked.all().subject(subject).filters()));
        assertThat(bySubject.next().orElseThrow())
                .allSatisfy(entry -> assertThat(entry.sequence()).isGreaterThan(retired));
        for (var by : List.of(StatisticsBy.DECISION, StatisticsBy.SUBJECT)) {
            var statistics = queries.handle(new FindStatistics(
                    RandomRecords.START.minusSeconds(3600),
                    RandomRecords.START.plusSeconds(3600),
                    Duration.ofDays(1),
                    by));
            assertThat(statistics.items().stream()
                            .flatMap(item -> item.counts().values().stream())
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(rest.stream()
                            .filter(DecisionRecord.class::isInstance)
                            .count());
        }
    }

    @Test
    void tellsARetiredRecordFromOneThatNeverWas() {
        retire(BORDER.plusSeconds(60));
        var old = idAt(RandomRecords.START);
        var young = idAt(RandomRecords.START.plusSeconds(9000));

        assertThatThrownBy(() -> queries.handle(new FindDecision(old)))
                .isInstanceOfSatisfying(
                        AccessRuleViolated.class,
                        e -> assertThat(e.rule()).isEqualTo(AccessRuleViolated.Rule.RETIRED_DECISION))
                .hasMessageContaining("retired");
        assertThat(queries.handle(new FindDecision(young))).isEmpty();
    }

    @Test
    void keepsWhatSomebodyStillHasToRead() {
        assertThat(retire(BORDER.plusSeconds(60), () -> 0)).isZero();
        assertThat(journal.sequences()).hasSize(RECORDS);
    }

    @Test
    void keepsWhatIsNotIndexed() {
        assertThat(retire(RandomRecords.START.plusSeconds(20_000)))
                .isEqualTo(kind == JournalDatabase.Kind.H2 ? 3072 : lastOfFirstPartition());
    }

    @Test
    void takesNothingTwice() {
        var retired = retire(BORDER.plusSeconds(60));

        assertThat(retire(BORDER.plusSeconds(60))).isEqualTo(retired);
    }

    private long lastOfFirstPartition() {
        return all.stream()
                .filter(entry -> entry.at().isBefore(BORDER))
                .mapToLong(JournalEntry::sequence)
                .max()
                .orElseThrow();
    }

    private long retire(Instant cutoff, RetentionHold... holds) {
        var clock = Clock.fixed(cutoff.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        return new Retention(store, journal, RecordRemoval.on(store), List.of(holds), clock).retire(Duration.ofDays(1));
    }

    private void partition(String name, long from, long to) {
        database.sql()
                .sql("create table journal_record_%s partition of journal_record for values from (%d) to (%d)"
                        .formatted(name, from, to))
                .update();
    }

    private static String idAt(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | 0x7001, Long.MIN_VALUE | 5).toString();
    }
}
