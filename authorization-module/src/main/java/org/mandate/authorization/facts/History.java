package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.function.Consumer;

/** The one line of history, read forward. Positions are dense from 1 and rise in commit order. */
public interface History {

    /**
     * Hand over the committed events after a position, in order.
     * @param max how many at most
     * @return the position of the last event handed over, or {@code after} when there is none
     */
    long read(long after, int max, Consumer<Entry> reader);

    /** The position of the newest committed event; 0 when there is none. */
    long head();

    /**
     * A committed event.
     * @param actor id of the user who caused it, or {@code system}
     */
    record Entry(long position, Instant at, String actor, Object event) {}
}
