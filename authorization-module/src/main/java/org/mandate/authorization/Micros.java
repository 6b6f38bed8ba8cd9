package org.mandate.authorization;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as whole microseconds since the epoch, what is below them cut off. The years 1 to 9999 are well within them. */
public final class Micros {

    private static final long IN_A_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /**
     * The microseconds of an instant. {@code ChronoUnit.MICROS.between} goes by way of nanoseconds, and ends in the year 2262.
     * @throws ArithmeticException some 290,000 years from now
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), IN_A_SECOND), instant.getNano() / NANOS);
    }

    /** The instant of the microseconds. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
