package org.mandate.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Gives events their recorded time before anybody sees them. A writer who waits for the head comes after one whose clock is
 * later; were its events handled with the time at which they were made, a read model would not be what a replay gives.
 */
final class RecordedEventStore extends EmbeddedEventStore {

    private final HistoryEngine engine;

    RecordedEventStore(HistoryEngine engine) {
        super(builder().storageEngine(engine));
        this.engine = engine;
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(engine.recorded(events));
    }
}
