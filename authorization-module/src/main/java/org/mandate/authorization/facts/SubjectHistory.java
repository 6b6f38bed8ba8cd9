package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One subject through history, in one array that is never changed: whether it counted, and every assignment it ever had, in
 * the order of their positions. What a decision reads stands together in front.
 *
 * <pre>
 * 0      row 31 | named 1 | ended 1 | standings 31
 * 1, 2   the subject: both halves of its UUID, or 0 and its number among the named
 * then   each standing     position 62 | standing 2
 * then   each assignment   from 36 | giver 28, and: id is named 1 | role 31 | limits 32
 * then   each assignment   to; only where one of them has ended
 * then   each assignment   id 64, id 64, seconds of when it was given 34 | nanoseconds 30
 * </pre>
 */
final class SubjectHistory {

    private static final int KEY = 1;
    private static final int STANDINGS = 3;
    private static final int HOT = 2;
    private static final int COLD = 3;

    private static final long NAMED = 1L << 32;
    private static final long ENDED = 1L << 31;
    private static final long POSITIONS = 1L << 36;
    private static final int GIVER_BITS = 28;
    private static final long GIVERS = 1L << GIVER_BITS;
    private static final long SECONDS = 1L << 33;
    private static final Standing[] STANDING = {Standing.ACTIVE, Standing.INACTIVE, Standing.UNKNOWN};

    private static final Rising STANDING_BEGINS = new Rising(STANDINGS, 1, 2);

    private SubjectHistory() {}

    /** Where rising positions stand: from the first on, so far apart, above so many other bits. */
    private record Rising(int first, int apart, int shift) {}

    /** What an assignment refers to, by number. */
    record Given(Handle id, int role, int limits, int giver, long from, Instant at) {}

    static long[] empty(Handle subject, int row) {
        return new long[] {head(row, subject.named(), false, 0), subject.high(), subject.low()};
    }

    static int row(long[] history) {
        return (int) (history[0] >>> 33);
    }

    static Handle handle(long[] history) {
        return new Handle((history[0] & NAMED) != 0, history[KEY], history[KEY + 1]);
    }

    static boolean is(long[] history, boolean named, long high, long low) {
        return history[KEY] == high && history[KEY + 1] == low && (history[0] & NAMED) != 0 == named;
    }

    static @Nullable Standing standing(long[] history, long position) {
        int count = begun(history, STANDING_BEGINS, standings(history), position);
        return count == 0 ? null : STANDING[(int) history[STANDINGS + count - 1] & 3];
    }

    /** How many have begun. Nearly every question is about the present, so the newest is looked at first. */
    private static int begun(long[] history, Rising begins, int count, long position) {
        int low = 0;
        int high = count;
        int probe = count - 1;
        while (low < high) {
            if (history[begins.first() + begins.apart() * probe] >>> begins.shift() <= position) {
                low = probe + 1;
            } else {
                high = probe;
            }
            probe = (low + high) >>> 1;
        }
        return low;
    }

    /** Show each standing up to a position, with the position that it began at. */
    static void standings(long[] history, long upTo, BiConsumer<Long, Standing> visitor) {
        for (int i = STANDINGS; i < STANDINGS + standings(history); i++) {
            if (history[i] >>> 2 <= upTo) {
                visitor.accept(history[i] >>> 2, STANDING[(int) history[i] & 3]);
            }
        }
    }

    /** How many assignments it ever had. */
    static int size(long[] history) {
        return (history.length - STANDINGS - standings(history)) / (HOT + COLD + (anyEnded(history) ? 1 : 0));
    }

    /** How many of them had begun at the position; they are the first. */
    static int size(long[] history, long position) {
        return begun(history, new Rising(hot(history, 0), HOT, GIVER_BITS), size(history), position);
    }

    static boolean stoodAt(long[] history, int index, long position) {
        return from(history, index) <= position && (!anyEnded(history) || position < to(history, index));
    }

    static long from(long[] history, int index) {
        return history[hot(history, index)] >>> GIVER_BITS;
    }

    static long to(long[] history, int index) {
        return anyEnded(history) ? history[hot(history, size(history)) + index] : Long.MAX_VALUE;
    }

    static int giver(long[] history, int index) {
        return (int) (history[hot(history, index)] & GIVERS - 1);
    }

    static int role(long[] history, int index) {
        return (int) (history[hot(history, index) + 1] >>> 32) & Integer.MAX_VALUE;
    }

    static int limits(long[] history, int index) {
        return (int) history[hot(history, index) + 1];
    }

    static Handle id(long[] history, int index) {
        int at = cold(history, index);
        return new Handle(history[hot(history, index) + 1] < 0, history[at], history[at + 1]);
    }

    static Instant givenAt(long[] history, int index) {
        long at = history[cold(history, index) + 2];
        return Instant.ofEpochSecond(at >> 30, at & (1L << 30) - 1);
    }

    /** Where anything of it changed, in no order. */
    static LongStream positions(long[] history) {
        LongStream standings = Arrays.stream(history, STANDINGS, STANDINGS + standings(history))
                .map(standing -> standing >>> 2);
        LongStream assignments = IntStream.range(0, size(history))
                .mapToObj(i -> LongStream.of(from(history, i), to(history, i)))
                .flatMapToLong(borders -> borders)
                .filter(border -> border != Long.MAX_VALUE);
        return LongStream.concat(standings, assignments);
    }

    /** Whether it ever had the role. */
    static boolean everHad(long[] history, int role) {
        for (int i = size(history) - 1; i >= 0; i--) {
            if (role(history, i) == role) {
                return true;
            }
        }
        return false;
    }

    static long[] atRow(long[] history, int row) {
        long[] moved = history.clone();
        moved[0] = head(row, (history[0] & NAMED) != 0, anyEnded(history), standings(history));
        return moved;
    }

    static long[] standing(long[] history, long position, Standing value) {
        int count = standings(history);
        long last = count == 0 ? -1 : history[STANDINGS + count - 1] >>> 2;
        if (last > position) {
            throw new IllegalStateException("facts are appended in the order of positions");
        }
        boolean replaces = last == position;
        long[] changed = replaces ? history.clone() : shaped(history, count + 1, size(history), anyEnded(history));
        changed[STANDINGS + standings(changed) - 1] = position << 2 | code(value);
        return changed;
    }

    static long[] assigned(long[] history, Given given) {
        if (given.from() >= POSITIONS || given.giver() >= GIVERS) {
            throw new IllegalStateException("position " + given.from() + " or giver " + given.giver() + " is too high");
        }
        int index = size(history);
        long[] changed = shaped(history, standings(history), index + 1, anyEnded(history));
        int hot = hot(changed, index);
        changed[hot] = given.from() * GIVERS | given.giver();
        changed[hot + 1] = (given.id().named() ? Long.MIN_VALUE : 0) | (long) given.role() << 32 | given.limits();
        int cold = cold(changed, index);
        changed[cold] = given.id().high();
        changed[cold + 1] = given.id().low();
        changed[cold + 2] = moment(given.at());
        return changed;
    }

    /** With what stood ended at the position; the same array where nothing did. */
    static long[] ended(long[] history, long position, @Nullable Handle only) {
        long[] changed = history;
        for (int i = size(history) - 1; i >= 0; i--) {
            if (stoodAt(history, i, position) && (only == null || only.equals(id(history, i)))) {
                if (changed == history) {
                    changed = shaped(history, standings(history), size(history), true);
                }
                changed[hot(changed, size(changed)) + i] = position;
            }
        }
        return changed;
    }

    /** As it was known at the position: what began or ended later is left out. */
    static long[] until(long[] history, long position) {
        int standings = 0;
        while (standings < standings(history) && history[STANDINGS + standings] >>> 2 <= position) {
            standings++;
        }
        int size = 0;
        while (size < size(history) && from(history, size) <= position) {
            size++;
        }
        long[] cut = shaped(history, standings, size, anyEnded(history));
        for (int i = 0; anyEnded(history) && i < size; i++) {
            cut[hot(cut, size) + i] = to(history, i) <= position ? to(history, i) : Long.MAX_VALUE;
        }
        return cut;
    }

    private static int code(Standing standing) {
        return switch (standing) {
            case ACTIVE -> 0;
            case INACTIVE -> 1;
            case UNKNOWN -> 2;
        };
    }

    private static int standings(long[] history) {
        return (int) history[0] & Integer.MAX_VALUE;
    }

    private static boolean anyEnded(long[] history) {
        return (history[0] & ENDED) != 0;
    }

    private static int hot(long[] history, int index) {
        return STANDINGS + standings(history) + HOT * index;
    }

    private static int cold(long[] history, int index) {
        return history.length - COLD * (size(history) - index);
    }

    private static long head(int row, boolean named, boolean ended, int standings) {
        return (long) row << 33 | (named ? NAMED : 0) | (ended ? ENDED : 0) | standings;
    }

    /** A copy with so many standings and assignments; what is new in it is zero, or has not ended. */
    private static long[] shaped(long[] was, int standings, int size, boolean ended) {
        long[] now = new long[STANDINGS + standings + size * (HOT + COLD + (ended ? 1 : 0))];
        now[0] = head(row(was), (was[0] & NAMED) != 0, ended, standings);
        System.arraycopy(was, KEY, now, KEY, STANDINGS - KEY + Math.min(standings, standings(was)));
        int count = Math.min(size, size(was));
        System.arraycopy(was, hot(was, 0), now, hot(now, 0), HOT * count);
        if (ended) {
            int ends = hot(now, size);
            Arrays.fill(now, ends, ends + size, Long.MAX_VALUE);
            if (anyEnded(was)) {
                System.arraycopy(was, hot(was, count), now, ends, count);
            }
        }
        System.arraycopy(was, cold(was, 0), now, cold(now, 0), COLD * count);
        return now;
    }

    private static long moment(Instant at) {
        long seconds = at.getEpochSecond();
        if (seconds >= SECONDS || seconds < -SECONDS) {
            throw new IllegalStateException("`" + at + "` is too far away");
        }
        return seconds << 30 | at.getNano();
    }
}
