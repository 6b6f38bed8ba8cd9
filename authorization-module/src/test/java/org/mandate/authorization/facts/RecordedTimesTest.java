package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedTimesTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T09:00:00Z");

    private final RecordedTimes times = new RecordedTimes();

    @Test
    void anInstantBetweenTwoEventsIsAfterTheEarlierOne() {
        times.add(1, BEGAN);
        times.add(2, BEGAN.plusSeconds(10));
        times.add(3, BEGAN.plusSeconds(10));
        times.add(4, BEGAN.plusSeconds(20));

        assertThat(times.positionAt(BEGAN.minusNanos(1_000), 4)).isZero();
        assertThat(times.positionAt(BEGAN, 4)).isEqualTo(1);
        assertThat(times.positionAt(BEGAN.plusSeconds(9), 4)).isEqualTo(1);
        assertThat(times.positionAt(BEGAN.plusSeconds(10), 4)).isEqualTo(3);
        assertThat(times.positionAt(BEGAN.plusSeconds(19), 4)).isEqualTo(3);
        assertThat(times.positionAt(BEGAN.plusSeconds(99), 4)).isEqualTo(4);
        assertThat(times.at(2)).isEqualTo(BEGAN.plusSeconds(10));
    }

    @Test
    void doesNotLookBeyondTheNewestPositionAsked() {
        times.add(1, BEGAN);
        times.add(2, BEGAN.plusSeconds(10));

        assertThat(times.positionAt(BEGAN.plusSeconds(99), 1)).isEqualTo(1);
    }

    @Test
    void goesOnOverManyPages() {
        for (int position = 1; position <= 200_000; position++) {
            times.add(position, BEGAN.plusSeconds(position));
        }

        assertThat(times.positionAt(BEGAN.plusSeconds(150_000), 200_000)).isEqualTo(150_000);
        assertThat(times.at(200_000)).isEqualTo(BEGAN.plusSeconds(200_000));
    }
}
