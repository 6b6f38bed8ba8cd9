package org.mandate.authorization.history;

import java.time.Instant;
import org.mandate.authorization.facts.Facts;

/** The facts of one position and the one instant that they are judged at. */
public record Moment(Facts facts, Instant instant) {

    public long position() {
        return facts.position();
    }
}
