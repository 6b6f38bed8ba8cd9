package org.mandate.authorization.audit;

import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.Micros;

/** A stretch of time in microseconds, the first inclusive and the last exclusive. */
record Times(long from, long to) {

    static final Times ALL = new Times(Long.MIN_VALUE, Long.MAX_VALUE);

    static Times of(Optional<Instant> from, Optional<Instant> to) {
        return new Times(
                from.map(Times::microsUp).orElse(ALL.from),
                to.map(Times::microsUp).orElse(ALL.to));
    }

    boolean areAll() {
        return equals(ALL);
    }

    boolean hold(long micros) {
        return micros >= from && micros < to;
    }

    static long micros(Instant instant) {
        return Micros.of(instant);
    }

    static Instant instant(long micros) {
        return Micros.instant(micros);
    }

    /** Records stand at whole microseconds: what is not before an instant between two of them is not before the next. */
    private static long microsUp(Instant instant) {
        var micros = micros(instant);
        return instant(micros).isBefore(instant) ? micros + 1 : micros;
    }
}
