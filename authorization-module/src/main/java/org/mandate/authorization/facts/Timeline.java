package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One fact through history: values, each from its position up to the next one's. Immutable, so a reader at an older position
 * is undisturbed by a writer that goes on.
 */
final class Timeline<T> {

    /** Of values that are kept as changes, each so many is kept whole. */
    private static final int WHOLE_EACH = 1 << 10;

    /** And each so many as the change of one further back, so that none is many changes away from a whole one. */
    private static final int FAR_EACH = 1 << 4;

    private static final long[] NO_POSITIONS = {};
    private static final Object[] NO_VALUES = {};
    private static final Timeline<?> EMPTY = new Timeline<>(Long.MAX_VALUE, null, NO_POSITIONS, NO_VALUES);

    /** The newest value stands apart: nearly every question is about it, and most facts never change. */
    private final long lastFrom;

    private final @Nullable T last;
    private final long[] from;
    private final @Nullable Object[] values;

    private Timeline(long lastFrom, @Nullable T last, long[] from, @Nullable Object[] values) {
        this.lastFrom = lastFrom;
        this.last = last;
        this.from = from;
        this.values = values;
    }

    @SuppressWarnings("unchecked")
    static <T> Timeline<T> empty() {
        return (Timeline<T>) EMPTY;
    }

    /** The value that stood at the position, or null where there was none. */
    @Nullable
    T at(long position) {
        return lastFrom <= position ? last : before(position);
    }

    @SuppressWarnings("unchecked")
    private @Nullable T before(long position) {
        int found = Arrays.binarySearch(from, position);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? null : (T) values[index];
    }

    @Nullable
    T latest() {
        return last;
    }

    /** As it was known at the position: what came later is left out. */
    Timeline<T> until(long position) {
        if (this == EMPTY || lastFrom <= position) {
            return this;
        }
        int found = Arrays.binarySearch(from, position);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? empty() : Timeline.<T>empty().then(from[index], before(position));
    }

    /** Where its values begin, ascending. */
    LongStream positions() {
        return this == EMPTY ? LongStream.empty() : LongStream.concat(Arrays.stream(from), LongStream.of(lastFrom));
    }

    /** Show each value up to a position, with the position that it began at; null where the fact ended. */
    @SuppressWarnings("unchecked")
    void show(long position, BiConsumer<Long, @Nullable T> visitor) {
        for (int i = 0; i < from.length && from[i] <= position; i++) {
            visitor.accept(from[i], (T) values[i]);
        }
        if (lastFrom <= position) {
            visitor.accept(lastFrom, last);
        }
    }

    /** How values that have become history are kept. */
    interface Closing<T> {

        /** @param before an older value, as it is kept */
        T closed(T before, T value);
    }

    /**
     * As {@link #then(long, Object)}; the value that becomes history by it is kept in the room of what changed since an older
     * one.
     */
    @SuppressWarnings("unchecked")
    Timeline<T> then(long position, @Nullable T value, Closing<T> closing) {
        Timeline<T> then = then(position, value);
        int closed = then.values.length - 1;
        if (closed == values.length && closed % WHOLE_EACH != 0) {
            T was = (T) then.values[closed];
            T before = (T) then.values[older(closed)];
            then.values[closed] = was == null || before == null ? was : closing.closed(before, was);
        }
        return then;
    }

    /**
     * The one that a value is kept as a change of. Of the far ones each stands on another that is as far back as its number
     * can be halved, so a whole one is at most six of them away.
     */
    private static int older(int index) {
        return index % FAR_EACH == 0 ? index & index - 1 : index - 1;
    }

    /** This timeline with a value from the position on; null ends the fact. Within one position the later value wins. */
    Timeline<T> then(long position, @Nullable T value) {
        if (this == EMPTY || lastFrom == position) {
            return new Timeline<>(position, value, from, values);
        }
        if (lastFrom > position) {
            throw new IllegalStateException("facts are appended in the order of positions");
        }
        int length = from.length;
        long[] olderFrom = Arrays.copyOf(from, length + 1);
        @Nullable Object[] olderValues = Arrays.copyOf(values, length + 1);
        olderFrom[length] = lastFrom;
        olderValues[length] = last;
        return new Timeline<>(position, value, olderFrom, olderValues);
    }
}
