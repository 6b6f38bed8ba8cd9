package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalDatabase;
import org.mandate.authorization.journal.JournalEntry;

/** Over random records, whatever is asked: what the index answers is what looking at every record answers. */
@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class SearchesLikeANaiveFilterTest {

    private static final long SEED = 20261127;
    private static final int RECORDS = Span.SEGMENT.size() + 4 * Span.BLOCK.size() + 300;

    @Parameter
    JournalDatabase.Kind kind;

    private static final List<JournalEntry> ALL = new ArrayList<>();
    private static JournalDatabase database;
    private static RecordingJournal journal;
    private static IndexStore store;
    private static AuditQueries queries;

    @BeforeParameterizedClassInvocation
    static void index(JournalDatabase.Kind kind) {
        database = JournalDatabase.of(kind);
        journal = new RecordingJournal();
        store = new IndexStore(database.dataSource());
        queries = new AuditQueries(journal, store, new CommitBell());
        ALL.clear();
        var records = new RandomRecords(SEED, 3000);
        for (var i = 0; i < RECORDS; i++) {
            var entry = records.next();
            ALL.add(entry);
            journal.add(entry);
        }
        var indexing = new Indexing(store, journal);
        while (indexing.step() < indexing.complete()) {
            assertThat(store.blocks()).isPositive();
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        database.close();
    }

    @Test
    void indexesEveryCompleteBlockOnce() {
        assertThat(store.blocks()).isEqualTo(RECORDS / Span.BLOCK.size());
        assertThat(store.blockNumbers()).hasSize(RECORDS / Span.BLOCK.size()).doesNotHaveDuplicates();
    }

    @RepeatedTest(25)
    void findsTheSamePagesForthAndBack(RepetitionInfo repetition) {
        var random = new Random(SEED + repetition.getCurrentRepetition());
        var filters = filters(random);
        var expected = expected(filters);
        var limit = 1 + random.nextInt(expected.size() < 50 ? 20 : 1000);

        var forth = new ArrayList<List<JournalEntry>>();
        var page = queries.handle(query(filters, limit, Optional.empty()));
        forth.add(page.items());
        while (page.next().isPresent() && forth.size() < 10) {
            page = queries.handle(query(filters, limit, page.next()));
            forth.add(page.items());
        }
        var back = new ArrayList<List<JournalEntry>>();
        back.add(page.items());
        while (page.prev().isPresent()) {
            page = queries.handle(query(filters, limit, page.prev()));
            back.add(page.items());
        }
        Collections.reverse(back);

        assertThat(forth.stream().flatMap(List::stream).toList())
                .isEqualTo(expected.subList(0, Math.min(expected.size(), 10 * limit)));
        assertThat(back).isEqualTo(forth);
    }

    @RepeatedTest(8)
    void exportsTheSameOldestFirst(RepetitionInfo repetition) {
        var filters = filters(new Random(SEED - repetition.getCurrentRepetition()));

        var export = queries.handle(new ExportDecisions(filters));
        var exported = new ArrayList<JournalEntry>();
        for (var next = export.next(); next.isPresent(); next = export.next()) {
            exported.addAll(next.get());
        }

        assertThat(exported).isEqualTo(ALL.stream().filter(filters::match).toList());
    }

    @RepeatedTest(20)
    void countsTheSame(RepetitionInfo repetition) {
        var random = new Random(SEED * repetition.getCurrentRepetition());
        var from = instant(random);
        var bucket = List.of("PT1H", "PT7M", "PT1M", "PT1.5S", "P1D").get(random.nextInt(5));
        var longest = bucket.equals("PT1.5S") ? 3000 : 40_000;
        var query = new FindStatistics(
                from,
                from.plusMillis(1 + random.nextInt(longest * 1000)),
                Duration.parse(bucket),
                StatisticsBy.values()[random.nextInt(4)]);

        var counted = queries.handle(query);

        assertThat(nonEmpty(counted)).isEqualTo(naive(query));
        assertThat(counted.items().get(0).start()).isBeforeOrEqualTo(query.from());
    }

    @Test
    void looksAtFewRecordsForAPage() {
        var rare = ((DecisionRecord) ALL.get(30_000)).subject().id();
        var tail = RECORDS % Span.BLOCK.size();
        for (Supplier<DecisionFilters> filters : List.<Supplier<DecisionFilters>>of(
                () -> Asked.all().subject(rare).filters(),
                () -> Asked.all().action("read").filters(),
                () -> Asked.all()
                        .action("delete")
                        .reason("inactive")
                        .allowed(false)
                        .filters(),
                () -> Asked.all()
                        .from(ALL.get(20_000).at())
                        .to(ALL.get(20_100).at())
                        .filters())) {
            var before = journal.read();
            var found = queries.handle(query(filters.get(), 10, Optional.empty()));
            assertThat(journal.read() - before)
                    .as("records read for %s", found.items().size())
                    .isLessThan(tail + 2L * Span.BLOCK.size());
        }
    }

    private static DecisionFilters filters(Random random) {
        var records = new RandomRecords(random.nextLong(), 3000);
        var asked = Asked.all();
        for (var filter = random.nextInt(4); filter > 0; filter--) {
            asked = switch (random.nextInt(10)) {
                case 0 -> asked.subject(records.person());
                case 1 -> asked.action(random.nextInt(9) == 0 ? "unheard-of" : records.action());
                case 2 -> asked.resourceType(records.type());
                case 3 -> asked.resource(records.resource());
                case 4 -> asked.allowed(random.nextBoolean());
                case 5 -> asked.requester("gate-" + random.nextInt(4));
                case 6 -> asked.channel(records.channel().label());
                case 7 -> asked.reason(records.kind().label());
                case 8 -> asked.from(instant(random));
                default -> asked.to(instant(random));
            };
        }
        return asked.filters();
    }

    private static Instant instant(Random random) {
        return ALL.get(random.nextInt(ALL.size())).at().plusMillis(random.nextInt(3) - 1);
    }

    private static List<JournalEntry> expected(DecisionFilters filters) {
        var expected = new ArrayList<>(ALL.stream().filter(filters::match).toList());
        Collections.reverse(expected);
        return expected;
    }

    private static FindDecisions query(DecisionFilters filters, int limit, Optional<String> cursor) {
        return new FindDecisions(filters, limit, cursor);
    }

    private static Map<Instant, Map<String, Long>> nonEmpty(Statistics statistics) {
        var counts = new TreeMap<Instant, Map<String, Long>>();
        statistics.items().stream()
                .filter(item -> !item.counts().isEmpty())
                .forEach(item -> counts.put(item.start(), new TreeMap<>(item.counts())));
        return counts;
    }

    private static Map<Instant, Map<String, Long>> naive(FindStatistics query) {
        var counts = new TreeMap<Instant, Map<String, Long>>();
        var width = query.bucket().toMillis();
        for (var entry : ALL) {
            if (entry instanceof DecisionRecord decision
                    && !entry.at().isBefore(query.from())
                    && entry.at().isBefore(query.to())) {
                var start = Instant.ofEpochMilli(Math.floorDiv(entry.at().toEpochMilli(), width) * width);
                var bucket = counts.computeIfAbsent(start, any -> new TreeMap<>());
                keys(query.by(), decision).forEach(key -> bucket.merge(key, 1L, Long::sum));
            }
        }
        return counts;
    }

    private static List<String> keys(StatisticsBy by, DecisionRecord decision) {
        return switch (by) {
            case DECISION -> List.of(decision.allowed() ? "allow" : "deny");
            case ACTION -> List.of(decision.action().name());
            case SUBJECT -> List.of(decision.subject().id());
            case REASON ->
                decision.reasons().stream()
                        .map(reason -> reason.kind().label())
                        .distinct()
                        .toList();
        };
    }
}
