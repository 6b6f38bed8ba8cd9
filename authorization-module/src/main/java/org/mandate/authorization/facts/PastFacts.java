package org.mandate.authorization.facts;

import java.time.Instant;

/** Where the facts of any moment of the past are had, and which position a moment is at. */
public interface PastFacts {

    /**
     * The facts as they stood at the position; 0 is before the first event.
     * @throws IllegalArgumentException when this node has not applied the position
     */
    Facts at(long position);

    /** The newest position that this node has applied. */
    long head();

    /** When the event at the position was recorded; before the first event, the beginning of the epoch. */
    Instant recordedAt(long position);

    /** The position of the last event that was recorded at the instant or before; 0 where there is none. */
    long positionAt(Instant instant);
}
