package org.mandate.authorization.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * When each position was recorded, in microseconds as every store keeps it. Times never decrease with positions. One writer;
 * readers ask for positions whose events they know to be applied.
 */
final class RecordedTimes {

    private static final int PAGE = 1 << 16;

    private volatile long[][] pages = {new long[PAGE]};
    private long count = 1;

    /** The event at the position was recorded then. */
    void add(long position, Instant at) {
        long time = Math.max(micros(at), time(count - 1));
        while (count <= position) {
            put(count, count == position ? time : time(count - 1));
            count++;
        }
    }

    Instant at(long position) {
        return Instant.EPOCH.plus(time(position), ChronoUnit.MICROS);
    }

    /** The last position up to the given one whose time is not after the instant. */
    long positionAt(Instant instant, long newest) {
        long time = micros(instant);
        long low = 0;
        long high = newest;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (time(middle) <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long time(long position) {
        return pages[(int) (position / PAGE)][(int) (position % PAGE)];
    }

    private void put(long position, long time) {
        int page = (int) (position / PAGE);
        long[][] all = pages;
        if (page == all.length) {
            all = Arrays.copyOf(all, page + 1);
            all[page] = new long[PAGE];
        }
        all[page][(int) (position % PAGE)] = time;
        pages = all;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
