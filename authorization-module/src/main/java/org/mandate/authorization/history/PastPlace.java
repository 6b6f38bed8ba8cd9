package org.mandate.authorization.history;

import java.time.Instant;

/** Which moment an answer is about. */
public record PastPlace(long position, Instant at) {

    public static PastPlace of(Moment moment) {
        return new PastPlace(moment.position(), moment.instant());
    }
}
