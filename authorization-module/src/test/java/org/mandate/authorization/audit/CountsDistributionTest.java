package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalDatabase;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class CountsDistributionTest {

    private static final Instant BEGIN = RandomRecords.START.minusSeconds(60);
    private static final Instant END = RandomRecords.START.plusSeconds(1_000_000);
    private static final Duration BUCKET = Duration.ofMinutes(5);

    @Parameter
    JournalDatabase.Kind kind;

    private final RandomRecords records = new RandomRecords(7, 12);
    private final List<DecisionRecord> all = new ArrayList<>();
    private JournalDatabase database;
    private RecordingJournal journal;
    private IndexStore store;
    private AuditQueries queries;

    @BeforeEach
    void start() {
        database = JournalDatabase.of(kind);
        journal = new RecordingJournal();
        store = new IndexStore(database.dataSource());
        queries = new AuditQueries(journal, store, new CommitBell());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void countsInEachBucketWhatMatches() {
        add(3 * Span.BLOCK.size() + 100);
        index();
        var somebody = all.get(17).subject().id();

        var found = queries.handle(
                new FindDistribution(DecisionFilters.ofSubject(somebody).within(BEGIN, END), BUCKET));

        assertThat(found.complete()).isTrue();
        Map<Instant, Map<String, Long>> counts = new HashMap<>();
        for (var one : all) {
            if (one.subject().id().equals(somebody)) {
                var start = Instant.ofEpochSecond(
                        Math.floorDiv(one.at().getEpochSecond(), BUCKET.toSeconds()) * BUCKET.toSeconds());
                counts.computeIfAbsent(start, any -> new HashMap<>())
                        .merge(one.allowed() ? "allow" : "deny", 1L, Long::sum);
            }
        }
        Map<Instant, Map<String, Long>> answered = new HashMap<>();
        found.counts().items().stream()
                .filter(bucket -> !bucket.counts().isEmpty())
                .forEach(bucket -> answered.put(bucket.start(), bucket.counts()));
        assertThat(answered).isEqualTo(counts).isNotEmpty();
    }

    @Test
    void countsTheNewestWhereThereAreTooMany() {
        add(45 * Span.BLOCK.size());
        index();
        var before = journal.read();

        var found = queries.handle(new FindDistribution(DecisionFilters.refused(BEGIN, END), Duration.ofDays(1)));

        assertThat(found.counted()).isEqualTo(DistributionReading.MOST_COUNTED);
        assertThat(found.complete()).isFalse();
        assertThat(journal.read() - before).isLessThan(DistributionReading.MOST_COUNTED + 2L * Span.BLOCK.size());
        assertThat(found.counts().items().stream()
                        .flatMap(bucket -> bucket.counts().values().stream())
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(found.counted());
    }

    @Test
    void refusesATimeWithoutAnEnd() {
        assertThatThrownBy(() -> queries.handle(new FindDistribution(DecisionFilters.NONE, BUCKET)))
                .isInstanceOf(AccessRuleViolated.class);
    }

    private void add(int number) {
        for (var i = 0; i < number; i++) {
            var entry = records.next();
            if (entry instanceof DecisionRecord decision) {
                all.add(decision);
            }
            journal.add(entry);
        }
    }

    private void index() {
        var indexing = new Indexing(store, journal);
        for (var reached = -1L; reached < indexing.complete(); ) {
            reached = indexing.step();
        }
    }
}
