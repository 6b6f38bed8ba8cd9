package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.journal.JournalDatabase;
import org.mandate.authorization.journal.JournalEntry;

/** While records come in: the index, the pages and the live feed. */
@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class KeepsUpWithTheJournalTest {

    @Parameter
    JournalDatabase.Kind kind;

    private final RandomRecords records = new RandomRecords(3, 50);
    private JournalDatabase database;
    private RecordingJournal journal;
    private IndexStore store;
    private AuditQueries queries;

    @BeforeEach
    void start() {
        database = JournalDatabase.of(kind);
        journal = new RecordingJournal();
        store = new IndexStore(database.dataSource());
        var bell = new CommitBell();
        journal.wake(bell::ring);
        queries = new AuditQueries(journal, store, bell);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void indexesEachBlockOnceWhoeverDoesItAndHoweverOftenItIsBegun() throws Exception {
        add(40 * Span.BLOCK.size() + 5);
        var nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Long> node = () -> {
                // Each step is a new beginning, as after a restart.
                while (new Indexing(store, journal).step() < 40) {
                    Thread.onSpinWait();
                }
                return store.blocks();
            };
            for (var done : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(done.get()).isEqualTo(40);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(store.blockNumbers())
                .isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void findsARecordAtOnceAndAfterItIsIndexed() {
        add(1000);
        var newest = page(20, Optional.empty()).decisions().get(0);
        assertThat(queries.handle(new ExportDecisions(
                                Asked.all().resource(newest.resource().id()).filters()))
                        .next()
                        .orElseThrow())
                .contains(newest);

        add(100);
        new Indexing(store, journal).step();

        assertThat(queries.handle(new ExportDecisions(
                                Asked.all().resource(newest.resource().id()).filters()))
                        .next()
                        .orElseThrow())
                .contains(newest);
    }

    @Test
    void pagesStandStillWhileNewRecordsComeInAndLeadToThem() {
        add(200);
        var first = page(10, Optional.empty());
        var second = page(10, first.next());
        add(15);

        var again = page(10, second.prev());
        var newer = page(10, again.prev());
        var newest = page(10, newer.prev());

        assertThat(page(10, first.next()).items()).isEqualTo(second.items());
        assertThat(again.items()).isEqualTo(first.items());
        var all = new ArrayList<JournalEntry>(newest.items());
        all.addAll(newer.items());
        all.addAll(again.items());
        assertThat(all).isEqualTo(page(all.size(), Optional.empty()).items());
        assertThat(newest.prev()).isEmpty();
    }

    @Test
    void feedsEachRecordOnceHoweverSlowlyItIsRead() throws InterruptedException {
        add(2000);
        var feed = queries.handle(new FollowDecisions(Asked.all().filters(), Optional.of(500L)));
        var fed = new ArrayList<Long>();
        while (fed.size() < 3000) {
            feed.next(Duration.ZERO).forEach(entry -> fed.add(entry.sequence()));
            if (journal.head() < 3500) {
                add(100);
            }
            new Indexing(store, journal).step();
        }

        assertThat(fed).isEqualTo(LongStream.rangeClosed(501, 3500).boxed().toList());
        assertThat(feed.next(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void feedsAtOnceWhatCameInWhileTheLastRecordsWereTaken() throws InterruptedException {
        var feed = queries.handle(new FollowDecisions(Asked.all().filters(), Optional.empty()));
        add(1);
        assertThat(feed.next(Duration.ZERO)).hasSize(1);
        add(1);

        var began = System.nanoTime();
        assertThat(feed.next(Duration.ofSeconds(20))).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void feedsNothingOfThePastUnlessItIsAskedFor() throws InterruptedException {
        add(100);
        var feed = queries.handle(new FollowDecisions(Asked.all().filters(), Optional.empty()));
        assertThat(feed.next(Duration.ZERO)).isEmpty();

        add(1);

        assertThat(feed.next(Duration.ZERO)).extracting(JournalEntry::sequence).containsExactly(101L);
    }

    private void add(int number) {
        for (var i = 0; i < number; i++) {
            journal.add(records.next());
        }
    }

    private DecisionPage page(int limit, Optional<String> cursor) {
        return queries.handle(new FindDecisions(DecisionFilters.NONE, limit, cursor));
    }
}
