package org.mandate.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes many events of one command in batches, and says in the log how far it is. A unit of work would keep them all until
 * its end; so each batch gets one of its own, for the same command and within the same transaction.
 */
final class Batches {

    private static final Logger log = LoggerFactory.getLogger(Batches.class);
    private static final int SIZE = 1_000;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final EventStore store;
    private final CommandMessage<?> message;
    private final Clock clock;

    Batches(EventStore store, CommandMessage<?> message, Clock clock) {
        this.store = store;
        this.message = message;
        this.clock = clock;
    }

    /**
     * Make messages of what is to be imported, batch by batch, so that no more of them are kept than one batch has.
     * @param messages the events that these entries come to, which may be none
     */
    <E> void publish(String kind, List<E> entries, Function<List<E>, List<? extends EventMessage<?>>> messages) {
        Instant began = clock.instant();
        Instant reported = began;
        for (int from = 0; from < entries.size(); from += SIZE) {
            int to = Math.min(from + SIZE, entries.size());
            publish(messages.apply(entries.subList(from, to)));
            Instant now = clock.instant();
            if (to == entries.size() || Duration.between(reported, now).compareTo(BETWEEN_REPORTS) >= 0) {
                report(kind, to, entries.size(), Duration.between(began, now));
                reported = now;
            }
        }
    }

    private void publish(List<? extends EventMessage<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        UnitOfWork<?> outer = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(outer);
        try {
            DefaultUnitOfWork.startAndGet(message).execute(() -> store.publish(batch));
        } finally {
            CurrentUnitOfWork.set(outer);
        }
    }

    private static void report(String kind, int done, int total, Duration taken) {
        double seconds = Math.max(taken.toMillis(), 1) / 1_000.0;
        double rate = done / seconds;
        log.info(
                "import: {} of {} {}, {}/s, {} s left",
                done,
                total,
                kind,
                Math.round(rate),
                Math.round((total - done) / rate));
    }
}
