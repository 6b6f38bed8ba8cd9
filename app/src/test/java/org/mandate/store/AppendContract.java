package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.facts.History;
import org.mandate.store.Counters.CounterEvent;
import org.mandate.store.Counters.CounterOpened;
import org.mandate.store.Counters.CountingRefused;
import org.springframework.context.annotation.Bean;

/** How events enter the history, on either database. */
abstract class AppendContract extends StoreContract {

    /** Refuses one counter, and remembers the head that it was asked at. */
    static class Guards {

        static final String UNWANTED = "counter:unwanted";

        static long askedAt;

        @Bean
        AppendGuard noUnwantedCounter() {
            return (staged, head) -> {
                askedAt = head;
                for (EventMessage<?> event : staged) {
                    if (event.getPayload().equals(new CounterOpened(UNWANTED))) {
                        throw new CountingRefused("unwanted");
                    }
                }
            };
        }
    }

    @Override
    Class<?>[] sources() {
        return new Class<?>[] {Counters.class, Guards.class};
    }

    @Test
    void readsBackWhatWasAppended() {
        long before = history.head();
        String counter = newCounter();

        publish(opened(counter), counted(counter, 1));

        assertThat(history.head()).isEqualTo(before + 2);
        assertThat(after(before)).extracting(History.Entry::position).containsExactly(before + 1, before + 2);
        assertThat(after(before)).extracting(History.Entry::actor).containsOnly("anna");
        assertThat(after(before)).first().extracting(History.Entry::event).isEqualTo(new CounterOpened(counter));
        assertThat(events.readEvents(counter).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L);
    }

    @Test
    void refusesToAppendOutsideATransactionSinceReadModelsWouldNotBePartOfIt() {
        long before = history.head();

        assertThatThrownBy(() -> events.publish(opened(newCounter())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");

        assertThat(history.head()).isEqualTo(before);
    }

    @Test
    void leavesNoHoleBehindARollback() {
        long before = history.head();

        transaction.executeWithoutResult(status -> {
            events.publish(opened(newCounter()));
            status.setRollbackOnly();
        });
        publish(opened(newCounter()));

        assertThat(after(before)).extracting(History.Entry::position).containsExactly(before + 1);
    }

    @Test
    void callsASecondEventWithTheSameSequenceAConflict() {
        String counter = newCounter();
        publish(opened(counter), counted(counter, 1));

        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> publish(counted(counter, 1)));
        assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(() -> publish(opened(counter)));
    }

    @Test
    void neverLetsTimeRunBackwardsAlongThePositions() {
        long before = history.head();
        Instant later = Instant.parse("2126-01-01T00:00:00.123456Z");
        Instant earlier = later.minus(Duration.ofDays(1));

        publish(stamped(later), stamped(earlier));
        publish(stamped(earlier));

        assertThat(after(before)).extracting(History.Entry::at).containsExactly(later, later, later);
    }

    private static DomainEventMessage<CounterEvent> stamped(Instant at) {
        DomainEventMessage<CounterEvent> event = opened(newCounter());
        return new GenericDomainEventMessage<>("Counter", event.getAggregateIdentifier(), 0, event, () -> at);
    }

    @Test
    void refusesWhatAGuardRefusesAndAsksItAtTheLockedHead() {
        long before = history.head();

        assertThatThrownBy(() -> publish(opened(newCounter()), opened(Guards.UNWANTED)))
                .isInstanceOf(CountingRefused.class);

        assertThat(Guards.askedAt).isEqualTo(before);
        assertThat(history.head()).isEqualTo(before);
    }

    @Test
    void saysBusyWhenTheHeadIsHeldForTooLong() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        var holder = other.submit(() -> transaction.executeWithoutResult(status -> {
            events.publish(opened(newCounter()));
            held.countDown();
            awaitQuietly(done);
        }));
        held.await();

        long started = System.nanoTime();
        assertThatExceptionOfType(HistoryBusy.class).isThrownBy(() -> publish(opened(newCounter())));
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));

        done.countDown();
        holder.get(5, TimeUnit.SECONDS);
        other.shutdown();
        publish(opened(newCounter()));
    }

    @Test
    void importsInBatchesWithTheReadModelsInOneTransaction() {
        long before = history.head();
        List<String> counters =
                IntStream.range(0, 3_000).mapToObj(i -> newCounter()).toList();

        transaction.executeWithoutResult(status -> publishInBatches(counters));

        assertThat(history.head()).isEqualTo(before + 3_000);
        assertThat(after(before)).hasSize(3_000);
        assertThat(countersNamed(counters.get(2_999))).isEqualTo(1);
    }

    @Test
    void importsNothingWhenTheTransactionIsRolledBack() {
        long before = history.head();
        List<String> counters =
                IntStream.range(0, 1_500).mapToObj(i -> newCounter()).toList();

        transaction.executeWithoutResult(status -> {
            publishInBatches(counters);
            status.setRollbackOnly();
        });

        assertThat(history.head()).isEqualTo(before);
        assertThat(countersNamed(counters.get(0))).isZero();
    }

    private void publishInBatches(List<String> counters) {
        for (int from = 0; from < counters.size(); from += 500) {
            events.publish(counters.subList(from, from + 500).stream()
                    .map(StoreContract::opened)
                    .toList());
        }
    }

    private long countersNamed(String counter) {
        return jdbc.sql("SELECT count(*) FROM counter WHERE id = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    @Test
    void givesTheFrameworksOwnReadersTheSameLine() {
        EventStorageEngine engine = context.getBean(EventStorageEngine.class);
        publish(new GenericDomainEventMessage<>(
                "Counter", "counter:tracked", 0, new CounterOpened("counter:tracked"), Map.of()));

        assertThat(engine.readEvents(null, false)).hasSize((int) history.head());
        assertThat(engine.createHeadToken().position()).hasValue(history.head());
        assertThat(engine.createTokenAt(Instant.EPOCH).position()).hasValue(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
