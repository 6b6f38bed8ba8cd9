package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows of the subjects that were ever given a role. Each is its own view: rows that come later lie beyond its count. */
final class Members {

    static final Members NOBODY = new Members(new int[0], 0);

    private final int[] rows;
    private final int count;

    private Members(int[] rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /** With one more; called by the one writer, on the newest only. */
    Members with(int row) {
        int[] room = count < rows.length ? rows : Arrays.copyOf(rows, count + Math.max(2, count >> 2));
        room[count] = row;
        return new Members(room, count + 1);
    }

    IntStream rows() {
        return Arrays.stream(rows, 0, count);
    }
}
