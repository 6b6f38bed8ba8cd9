package org.mandate.authorization.change;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Seeks when time alone made something another thing: the facts are the same, so it is sought by halves. What turned and
 * turned back between two looks is not found.
 */
final class Drift {

    private static final Duration PRECISION = Duration.of(1, ChronoUnit.MICROS);
    private static final int MOST = 100;

    private Drift() {}

    /** What it was from an instant on. */
    record Turned<T>(Instant at, T state) {}

    /**
     * The turns after the one instant and up to the other, oldest first; the last comes to what is so in the end.
     * @param was what it was at first
     */
    static <T> List<Turned<T>> sought(Instant since, Instant until, T was, Function<Instant, T> asked) {
        List<Turned<T>> turns = new ArrayList<>();
        if (!until.isAfter(since)) {
            return turns;
        }
        T end = asked.apply(until);
        Turned<T> last = new Turned<>(since, was);
        while (!last.state().equals(end)) {
            Instant at = turns.size() < MOST ? next(last, until, asked) : until;
            last = new Turned<>(at, asked.apply(at));
            turns.add(last);
        }
        return turns;
    }

    private static <T> Instant next(Turned<T> last, Instant until, Function<Instant, T> asked) {
        Instant same = last.at();
        Instant other = until;
        while (Duration.between(same, other).compareTo(PRECISION) > 0) {
            Instant middle =
                    same.plus(Duration.between(same, other).dividedBy(2)).truncatedTo(ChronoUnit.MICROS);
            Instant half = middle.isAfter(same) ? middle : same.plus(PRECISION);
            if (asked.apply(half).equals(last.state())) {
                same = half;
            } else {
                other = half;
            }
        }
        return other;
    }
}
