package org.mandate.authorization.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One fact through history: values, each from its position up to the next one's. Immutable, so a reader at an older position
 * is undisturbed by a writer that goes on.
 */
final class Timeline<T> {

    private static final Timeline<?> EMPTY = new Timeline<>(new long[0], new Object[0]);

    private final long[] from;
    private final @Nullable Object[] values;

    private Timeline(long[] from, @Nullable Object[] values) {
        this.from = from;
        this.values = values;
    }

    @SuppressWarnings("unchecked")
    static <T> Timeline<T> empty() {
        return (Timeline<T>) EMPTY;
    }

    /** The value that stood at the position, or null where there was none. */
    @SuppressWarnings("unchecked")
    @Nullable
    T at(long position) {
        int last = from.length - 1;
        if (last < 0) {
            return null;
        }
        // Nearly every question is about the present.
        if (from[last] <= position) {
            return (T) values[last];
        }
        int found = Arrays.binarySearch(from, position);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? null : (T) values[index];
    }

    @Nullable
    T latest() {
        return at(Long.MAX_VALUE);
    }

    /** This timeline with a value from the position on; null ends the fact. Within one position the later value wins. */
    Timeline<T> then(long position, @Nullable T value) {
        int length = from.length;
        if (length > 0 && from[length - 1] > position) {
            throw new IllegalStateException("facts are appended in the order of positions");
        }
        boolean replaces = length > 0 && from[length - 1] == position;
        int size = replaces ? length : length + 1;
        long[] newFrom = Arrays.copyOf(from, size);
        @Nullable Object[] newValues = Arrays.copyOf(values, size);
        newFrom[size - 1] = position;
        newValues[size - 1] = value;
        return new Timeline<>(newFrom, newValues);
    }
}
