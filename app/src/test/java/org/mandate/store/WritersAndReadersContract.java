package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.facts.History;
import org.mandate.store.Counters.CounterEvent;
import org.mandate.store.Counters.CounterOpened;

/** Nobody who reads the line of history misses or repeats an event, whatever its writers do. */
abstract class WritersAndReadersContract extends StoreContract {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS_EACH = 60;
    private static final long SEED = 20261122;

    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    @Test
    void noReaderSkipsOrRepeatsAnEventWhileWritersStallAndRollBack() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        List<Future<List<History.Entry>>> readers =
                List.of(threads.submit(() -> follow(writing)), threads.submit(() -> follow(writing)));
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(SEED + i);
            writers.add(threads.submit(() -> write(random)));
        }

        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);

        assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS_EACH / 2);
        for (Future<List<History.Entry>> reader : readers) {
            List<History.Entry> seen = reader.get();
            assertThat(seen).extracting(History.Entry::position).containsExactlyElementsOf(dense(seen.size()));
            assertThat(seen).extracting(WritersAndReadersContract::counter).hasSize(committed.size());
            assertThat(seen)
                    .extracting(WritersAndReadersContract::counter)
                    .containsExactlyInAnyOrderElementsOf(committed);
            assertThat(seen).extracting(History.Entry::at).isSorted();
        }
        threads.shutdown();
    }

    private static Iterable<Long> dense(long size) {
        return LongStream.rangeClosed(1, size).boxed().toList();
    }

    private static String counter(History.Entry entry) {
        return ((CounterOpened) entry.event()).counter();
    }

    /** Reads as the facts do: on and on from the last position that it has seen. */
    private List<History.Entry> follow(AtomicBoolean writing) {
        List<History.Entry> seen = new ArrayList<>();
        long last = 0;
        boolean more = true;
        while (more) {
            more = writing.get();
            long reached = history.read(last, 1_000, seen::add);
            more |= reached > last;
            if (reached == last) {
                LockSupport.parkNanos(500_000);
            }
            last = reached;
        }
        return seen;
    }

    private void write(Random random) {
        for (int i = 0; i < TRANSACTIONS_EACH; i++) {
            List<DomainEventMessage<CounterEvent>> batch = new ArrayList<>();
            for (int size = 1 + random.nextInt(4); size > 0; size--) {
                batch.add(opened(newCounter()));
            }
            boolean rolledBack = random.nextInt(10) == 0;
            int stall = random.nextInt(20) == 0 ? 60 : 0;
            untilNotBusy(() -> transaction.executeWithoutResult(status -> {
                events.publish(batch);
                LockSupport.parkNanos(stall * 1_000_000L);
                if (rolledBack) {
                    status.setRollbackOnly();
                }
            }));
            if (!rolledBack) {
                batch.forEach(event -> committed.add(event.getAggregateIdentifier()));
            }
        }
    }

    /** On a loaded machine the queue can be longer than a writer may wait; it is told so and comes again. */
    private static void untilNotBusy(Runnable write) {
        boolean done = false;
        while (!done) {
            try {
                write.run();
                done = true;
            } catch (HistoryBusy e) {
                Thread.yield();
            }
        }
    }
}
