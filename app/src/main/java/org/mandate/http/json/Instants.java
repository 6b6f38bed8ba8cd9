package org.mandate.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Instants as requests name them (RFC 3339), of the years 1 to 9999. */
public final class Instants {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");

    private Instants() {}

    /** The instant that the text names; empty where it names none. */
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = Instant.parse(text);
            return instant.isBefore(EARLIEST) || !instant.isBefore(AFTER) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
