package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.Micros;

/**
 * When each position was recorded, in microseconds as every store keeps it. Times never decrease with positions, so most lie
 * close to the first of their page and take half a word. One writer; readers ask for positions whose events they know to be
 * applied.
 */
final class RecordedTimes {

    private static final int PAGE = 1 << 10;

    private volatile Page[] pages = {new Page(0, new int[PAGE], null)};
    private long count = 1;

    /** The times of neighbouring positions as distances from the first: short ones as long as all of them are. */
    private static final class Page {

        private final long first;
        private final int[] near;
        private final long @Nullable [] far;

        Page(long first, int[] near, long @Nullable [] far) {
            this.first = first;
            this.near = near;
            this.far = far;
        }

        long time(int index) {
            return first + (far == null ? near[index] : far[index]);
        }

        /** This page with the time at the index; another page where it is too far away for this one. */
        Page with(int index, long time) {
            long distance = time - first;
            if (far != null) {
                far[index] = distance;
                return this;
            }
            if (distance > Integer.MAX_VALUE) {
                return wide().with(index, time);
            }
            near[index] = (int) distance;
            return this;
        }

        private Page wide() {
            long[] distances = new long[PAGE];
            for (int i = 0; i < PAGE; i++) {
                distances[i] = near[i];
            }
            return new Page(first, new int[0], distances);
        }
    }

    /** The event at the position was recorded then. */
    void add(long position, Instant at) {
        long time = Math.max(micros(at), time(count - 1));
        while (count <= position) {
            put(count, count == position ? time : time(count - 1));
            count++;
        }
    }

    Instant at(long position) {
        return Micros.instant(time(position));
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
        return pages[(int) (position / PAGE)].time((int) (position % PAGE));
    }

    private void put(long position, long time) {
        int number = (int) (position / PAGE);
        int index = (int) (position % PAGE);
        Page[] all = pages;
        if (index == 0) {
            if (number == all.length) {
                all = Arrays.copyOf(all, number + (number >> 1) + 1);
            }
            all[number] = new Page(time, new int[PAGE], null);
        }
        all[number] = all[number].with(index, time);
        pages = all;
    }

    private static long micros(Instant at) {
        return Micros.of(at);
    }
}
