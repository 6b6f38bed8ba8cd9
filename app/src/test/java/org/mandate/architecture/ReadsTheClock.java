package org.mandate.architecture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/** Each way to read the clock of the system that is forbidden, once. */
final class ReadsTheClock {

    static final List<Class<?>> WAYS = List.of(
            Millis.class,
            SystemClock.class,
            DefaultClock.class,
            TickingClock.class,
            ThisInstant.class,
            Today.class,
            ThereAndNow.class,
            OldDate.class);

    private ReadsTheClock() {}

    static final class Millis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static final class SystemClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class DefaultClock {
        Clock clock() {
            return Clock.systemDefaultZone();
        }
    }

    static final class TickingClock {
        Clock clock() {
            return Clock.tickSeconds(ZoneOffset.UTC);
        }
    }

    static final class ThisInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static final class Today {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    static final class ThereAndNow {
        ZonedDateTime now() {
            return ZonedDateTime.now(ZoneId.of("Z"));
        }
    }

    static final class OldDate {
        Date now() {
            return new Date();
        }
    }

    /** What is allowed: the clock comes in. */
    record Injected(Clock clock) {
        Instant soon() {
            return Instant.now(clock).plus(Duration.ofSeconds(1));
        }

        Date date() {
            return new Date(clock.millis());
        }
    }
}
