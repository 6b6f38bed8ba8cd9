package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.facts.Branch;

/** The events that one command would have produced. */
final class StagedEvents implements Supposition {

    private final List<Object> events;
    private final Footprint footprint = new Footprint();

    StagedEvents(List<Object> events) {
        this.events = List.copyOf(events);
        events.forEach(footprint::event);
    }

    @Override
    public List<Object> suppose(Branch branch, Instant at) {
        return events.stream().filter(event -> branch.suppose(event, at)).toList();
    }

    @Override
    public boolean concernedBy(Object event) {
        return footprint.concernedBy(event);
    }
}
