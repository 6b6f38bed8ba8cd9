package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.event.DecisionMade;

/** Records are Axon events: a processor reads all of them, in order, those from before it was there too. */
class FeedsProcessorsTest {

    @ParameterizedTest
    @EnumSource(JournalDatabase.Kind.class)
    void aProcessorReadsEveryRecordOnceInOrder(JournalDatabase.Kind kind) {
        try (var database = JournalDatabase.of(kind);
                var store = JournalDatabase.store(database.dataSource())) {
            var journal = new GroupCommitJournal(JournalDatabase.settings(), store, Clock.systemUTC());
            journal.start();
            var recorded = new ArrayList<>(Decisions.into(journal).record(700));
            var seen = new Seen();
            var threads = Executors.newScheduledThreadPool(2);
            var processor = processor(store, seen, threads);
            processor.start();
            recorded.addAll(Decisions.into(journal).ofSubject("ben").record(300));

            Awaitility.await().until(() -> seen.ids.size() >= recorded.size());

            processor.shutDown();
            threads.shutdownNow();
            journal.stop();
            assertThat(seen.ids).containsExactlyElementsOf(recorded);
        }
    }

    private static PooledStreamingEventProcessor processor(
            DecisionStore store, Seen seen, ScheduledExecutorService threads) {
        return PooledStreamingEventProcessor.builder()
                .name("audience")
                .messageSource(store.events())
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(seen).build())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .build();
    }

    /** What came, as it came. */
    static final class Seen {

        private final Queue<String> ids = new ConcurrentLinkedQueue<>();

        @EventHandler
        void on(DecisionMade event) {
            ids.add(event.id());
        }
    }
}
