package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the journal alone takes in, and what a record takes on disk. No test: it prints figures. Run it with
 * {@code -Dtest=JournalCostRun}.
 */
class JournalCostRun {

    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(6);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(8);

    @ParameterizedTest
    @EnumSource(JournalDatabase.Kind.class)
    void takesIn(JournalDatabase.Kind kind) throws Exception {
        try (var database = JournalDatabase.of(kind)) {
            var store = JournalDatabase.store(database.dataSource());
            var journal = new GroupCommitJournal(JournalDatabase.settings(), store, Clock.systemUTC());
            journal.start();
            perSecond(journal, 32, 50, WARM_UP);
            for (var threads : List.of(1, 8, 32, 64)) {
                say(kind, journal, threads, 1);
            }
            say(kind, journal, 32, 50);
            journal.stop();
            store.close();
            var records = database.records();
            System.out.printf(
                    "%s: %,d records, %d bytes each on disk with all indexes%n",
                    kind, records, database.bytes() / records);
            assertThat(database.records()).isEqualTo(store.records().head());
        }
    }

    private static void say(JournalDatabase.Kind kind, Journal journal, int threads, int each) throws Exception {
        System.out.printf(
                "%s: %,d records/s of %d that wait for %d each%n",
                kind, perSecond(journal, threads, each, MEASURED), threads, each);
    }

    private static long perSecond(Journal journal, int threads, int each, long nanos) throws Exception {
        var written = new AtomicLong();
        var pool = Executors.newFixedThreadPool(threads);
        var began = System.nanoTime();
        var clients = new ArrayList<Future<?>>();
        for (var i = 0; i < threads; i++) {
            var user = "5f0c6a3e-7d0b-4d6e-9a59-0a1f3a7c2b%02d".formatted(i);
            clients.add(pool.submit(() -> {
                while (System.nanoTime() - began < nanos) {
                    written.addAndGet(Decisions.into(journal)
                            .ofSubject(user)
                            .askedBy(user)
                            .at(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS))
                            .record(each)
                            .size());
                }
            }));
        }
        for (var client : clients) {
            client.get();
        }
        pool.shutdown();
        return written.get() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began);
    }
}
