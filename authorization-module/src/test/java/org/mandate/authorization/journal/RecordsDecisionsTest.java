package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.event.DecisionMade;
import org.mandate.authorization.journal.FaultyDataSource.Fault;
import org.springframework.util.unit.DataSize;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class RecordsDecisionsTest {

    private static final Duration REFUSED_WITHIN = Duration.ofMillis(500);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    @Parameter
    JournalDatabase.Kind kind;

    private JournalDatabase database;
    private FaultyDataSource line;
    private DecisionStore store;
    private GroupCommitJournal journal;
    private GroupCommitJournal impatient;

    @BeforeEach
    void start() {
        database = JournalDatabase.of(kind);
        line = new FaultyDataSource(database.dataSource());
        store = JournalDatabase.store(line);
        journal = new GroupCommitJournal(JournalDatabase.settings(), store, Clock.systemUTC());
        journal.start();
        impatient = new GroupCommitJournal(JournalDatabase.defaults(), store, Clock.systemUTC());
        impatient.start();
    }

    @AfterEach
    void stop() {
        line.heal();
        journal.stop();
        impatient.stop();
        store.close();
        database.close();
    }

    @Test
    void isDurableBeforeItReturns() {
        var id = Decisions.into(journal).record();

        assertThat(new DecisionQueries(store.records()).byId(id)).hasValueSatisfying(record -> {
            assertThat(record.sequence()).isEqualTo(1);
            assertThat(record.position()).isEqualTo(7);
            assertThat(record.at()).isEqualTo(Decisions.NOON);
            assertThat(record.subject().id()).isEqualTo("anna");
            assertThat(record.subjectProperties()).containsEntry("level", 3);
            assertThat(record.scopes())
                    .hasValueSatisfying(scopes -> assertThat(scopes).containsExactly("posts:read", "posts:write"));
            assertThat(record.provenance().userAgent()).isEmpty();
            assertThat(record.mode()).isEqualTo("strict");
        });
        assertThat(journal.lastSequence()).isEqualTo(1);
    }

    @Test
    void commitsManyTogetherInOneDenseSequence() throws Exception {
        var threads = 32;
        var each = 100;
        var ids = inParallel(threads, () -> {
            var mine = new ArrayList<String>();
            for (var i = 0; i < each; i++) {
                mine.add(Decisions.into(journal).record());
            }
            return mine;
        });

        assertThat(ids).hasSize(threads * each).doesNotHaveDuplicates();
        var sequences = database.sql()
                .sql("select sequence from journal_record order by sequence")
                .query(Long.class)
                .list();
        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, threads * each).boxed().toList());
        assertThat(line.commits.get()).isLessThan(threads * each / 4);
    }

    @Test
    void recordsWhatWasDecidedTogetherWithOneWait() {
        var commits = line.commits.get();

        var ids = Decisions.into(journal).record(100);

        assertThat(ids).hasSize(100).doesNotHaveDuplicates();
        assertThat(line.commits.get() - commits).isLessThanOrEqualTo(2);
        assertThat(database.sql()
                        .sql("select id from journal_record order by sequence")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void refusesAllOfThemWhereOneCannotBeRecorded() {
        var small = new GroupCommitJournal(
                new JournalSettings("strict", Duration.ofSeconds(1), DataSize.ofBytes(9 * 900)),
                store,
                Clock.systemUTC());
        small.start();

        assertThatThrownBy(() -> Decisions.into(small).record(20)).isInstanceOf(DecisionNotRecorded.class);
        assertThat(Decisions.into(small).record(5)).hasSize(5);
        small.stop();

        assertThat(database.records()).isEqualTo(5);
    }

    @Test
    void makesNoMoreRecordsThanThereIsRoomFor() {
        var small = new GroupCommitJournal(
                new JournalSettings("strict", Duration.ofSeconds(4), DataSize.ofKilobytes(200)),
                store,
                Clock.systemUTC());
        small.start();

        var many = Decisions.into(small).many(100_000);
        assertThatThrownBy(many::record)
                .isInstanceOf(TooMuchToRecord.class)
                .hasMessageContaining("ask fewer questions at once");
        assertThat(many.made()).isLessThan(1000);

        // What was set aside for those that were refused is there again.
        assertThat(Decisions.into(small).record(100)).hasSize(100);
        small.stop();
        assertThat(database.records()).isEqualTo(100);
    }

    @Test
    void keepsOneDenseSequenceForSeveralNodes() throws Exception {
        var otherStore = JournalDatabase.store(database.dataSource());
        var other = new GroupCommitJournal(JournalDatabase.settings(), otherStore, Clock.systemUTC());
        other.start();

        inParallel(8, () -> {
            var mine = new ArrayList<String>();
            for (var i = 0; i < 50; i++) {
                mine.add(Decisions.into(i % 2 == 0 ? journal : other).record());
            }
            return mine;
        });
        other.stop();
        otherStore.close();

        assertThat(database.records()).isEqualTo(400);
        assertThat(database.sql()
                        .sql("select max(sequence) from journal_record")
                        .query(Long.class)
                        .single())
                .isEqualTo(400);
    }

    @Test
    void isReadByAxonAsAnEventStore() {
        var first = Decisions.into(journal).record();
        var second = Decisions.into(journal).ofSubject("ben").record();

        try (var events = store.events().openStream(null)) {
            assertThat(IntStream.range(0, 2).mapToObj(i -> next(events)).toList())
                    .containsExactly(first, second);
        }
    }

    private static String next(org.axonframework.common.stream.BlockingStream<TrackedEventMessage<?>> events) {
        try {
            return ((DecisionMade) events.nextAvailable().getPayload()).id();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesInTimeWhenTheDatabaseIsAwayAndRecoversByItself() {
        recoversInTime();

        line.fail(Fault.NO_CONNECTION);
        for (var i = 0; i < 5; i++) {
            refusesInTime("anna", "the line is dead");
        }
        assertThat(impatient.lastFailure()).isPresent();

        line.heal();
        recoversInTime();
        assertThat(impatient.lastFailure()).isEmpty();
    }

    @Test
    void refusesInTimeWhenACommitFails() {
        recoversInTime();
        var before = database.records();

        line.fail(Fault.COMMIT_FAILS);
        for (var i = 0; i < 5; i++) {
            refusesInTime("anna", "no space left");
        }
        assertThat(database.records()).isEqualTo(before);

        line.heal();
        recoversInTime();
        assertThat(impatient.lastSequence()).isEqualTo(database.records());
    }

    private void refusesInTime(String subject, String why) {
        var began = System.nanoTime();
        assertThatThrownBy(() -> Decisions.into(impatient).ofSubject(subject).record())
                .isInstanceOf(DecisionNotRecorded.class)
                .hasMessageContaining(why);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThanOrEqualTo(REFUSED_WITHIN);
    }

    private String recoversInTime() {
        return Awaitility.await()
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(() -> Decisions.into(impatient).ofSubject("cleo").record(), id -> true);
    }

    @Test
    void writesOnceWhenTheOutcomeOfACommitIsUnknown() throws Exception {
        line.fail(Fault.COMMIT_SUCCEEDS_AND_SAYS_IT_FAILED);
        var pool = Executors.newSingleThreadExecutor();
        var waiting = pool.submit(() -> Decisions.into(journal).record());
        while (journal.lastFailure().isEmpty()) {
            Thread.onSpinWait();
        }

        line.heal();

        var id = waiting.get();
        pool.shutdown();
        assertThat(new DecisionQueries(store.records()).byId(id)).isPresent();
        assertThat(database.records()).isEqualTo(1);
    }

    @Test
    void refusesInTimeWhileACommitHangs() {
        recoversInTime();

        line.fail(Fault.COMMIT_HANGS);
        refusesInTime("anna", "in time");
        for (var i = 0; i < 5; i++) {
            refusesInTime("ben", "in time");
        }

        line.heal();
        assertThat(new DecisionQueries(store.records()).byId(recoversInTime())).isPresent();
        // What was given up while it waited is not written afterwards.
        assertThat(new DecisionQueries(store.records()).ofSubject("ben")).isEmpty();
    }

    @Test
    void refusesAtOnceWhenThereIsNoRoom() throws Exception {
        var small = new GroupCommitJournal(
                new JournalSettings("strict", Duration.ofSeconds(2), DataSize.ofBytes(2000)), store, Clock.systemUTC());
        small.start();
        line.fail(Fault.COMMIT_HANGS);
        var pool = Executors.newFixedThreadPool(8);
        var waiting = IntStream.range(0, 8)
                .mapToObj(i -> pool.submit(() -> Decisions.into(small).record()))
                .toList();
        while (waiting.stream().noneMatch(Future::isDone)) {
            Thread.onSpinWait();
        }

        assertThat(waiting.stream().filter(Future::isDone).findFirst().orElseThrow())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(DecisionNotRecorded.class)
                .withMessageContaining("no room");
        line.heal();
        pool.shutdown();
        small.stop();
    }

    @Test
    void recordsNamesThatNoColumnWouldTake() {
        var odd = "stranger".repeat(600) + "\u0000";
        var id = Decisions.into(journal).ofSubject(odd).record();

        var found = new DecisionQueries(store.records()).ofSubject(odd);

        assertThat(found).extracting(DecisionRecord::id).containsExactly(id);
    }

    @Test
    void writesWhatWaitsBeforeItStops() {
        var id = Decisions.into(journal).record();
        journal.stop();

        assertThat(new DecisionQueries(store.records()).byId(id)).isPresent();
        assertThatThrownBy(() -> Decisions.into(journal).record()).isInstanceOf(DecisionNotRecorded.class);
    }

    private static ArrayList<String> inParallel(int threads, Callable<ArrayList<String>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var all = new ArrayList<String>();
        for (var result : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
            all.addAll(result.get());
        }
        pool.shutdown();
        return all;
    }
}
