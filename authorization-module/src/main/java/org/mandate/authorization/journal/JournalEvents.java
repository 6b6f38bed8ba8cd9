package org.mandate.authorization.journal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.event.DecisionEvent;

/**
 * The journal as Axon reads it: each record is one event, in the order of the sequence, for processors to consume. Nothing is
 * appended here, since only the writer of the journal knows when an answer may leave.
 */
final class JournalEvents implements EventStorageEngine {

    private static final String TYPE = "decision";
    private static final int BATCH = 500;

    private final JournalRecords records;

    JournalEvents(JournalRecords records) {
        this.records = records;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(new Events(token == null ? 0 : sequence(token)), false);
    }

    private static long sequence(TrackingToken token) {
        return token.position().orElseThrow(() -> new IllegalArgumentException("the token is of another store"));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var event = firstSequenceNumber > 0
                ? Optional.<DomainEventMessage<?>>empty()
                : records.byId(aggregateIdentifier).map(stored -> message(stored));
        return DomainEventStream.of(event.stream().toList());
    }

    private DomainEventMessage<DecisionEvent> message(Stored stored) {
        var entry = records.open(stored);
        return new GenericDomainEventMessage<>(
                TYPE, entry.id(), 0, RecordedEvents.of(entry), MetaData.emptyInstance(), entry.id(), entry.at());
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(records.head());
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        throw new UnsupportedOperationException("only the journal's writer appends to it");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the journal has no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    /** All events after a sequence up to the newest, a batch in memory at a time. */
    private final class Events extends AbstractSpliterator<TrackedEventMessage<DecisionEvent>> {

        private final Queue<Stored> batch = new ArrayDeque<>(BATCH);
        private long last;

        Events(long after) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.last = after;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventMessage<DecisionEvent>> action) {
            if (batch.isEmpty()) {
                last = records.read(last, BATCH, batch::add);
            }
            var next = batch.poll();
            if (next == null) {
                return false;
            }
            var token = new GlobalSequenceTrackingToken(next.sequence());
            action.accept(new GenericTrackedDomainEventMessage<>(token, message(next)));
            return true;
        }
    }
}
