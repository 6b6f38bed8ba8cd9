package org.mandate.authorization.change;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * One change of what somebody can do.
 * @param position of the event; empty where time alone did it
 * @param type of the event
 * @param what a sentence
 * @param by who caused the event
 * @param gained names of permissions
 * @param lost names of permissions
 */
public record Change(
        Optional<Long> position,
        Instant at,
        Optional<String> type,
        String what,
        Optional<String> by,
        Optional<String> reason,
        NavigableSet<String> gained,
        NavigableSet<String> lost) {

    /** Where it stands in the order of all changes: by time, and at one instant what time does before what events do. */
    public String key() {
        return key(at, position.orElse(0L));
    }

    static String key(Instant at, long position) {
        // A validity may begin or end between two microseconds, which is as exact as events are.
        return "%020d%03d-%020d"
                .formatted(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, at.getNano() % 1_000, position);
    }
}
