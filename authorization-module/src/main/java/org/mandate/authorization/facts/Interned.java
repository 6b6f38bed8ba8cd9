package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by number: each is kept once, and whatever refers to it keeps four bytes. One writer, any number of readers; numbers
 * are never given anew. A layer knows the numbers below it and gives its own from another range, so that nothing it meets
 * stays behind when it is thrown away.
 */
final class Interned<T> {

    static final int UNKNOWN = -1;

    /** How many numbers one layer has; a base and its layers share the positive integers. */
    private static final int RANGE = 1 << 26;

    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private final @Nullable Interned<T> below;
    private final int first;
    private volatile Object[] values = new Object[4];

    Interned(@Nullable Interned<T> below) {
        this.below = below;
        this.first = below == null ? 0 : Math.addExact(below.first, RANGE);
    }

    /** The number of the value, or {@link #UNKNOWN}. */
    int find(T value) {
        int own = numbers.getOrDefault(value, UNKNOWN);
        return own != UNKNOWN || below == null ? own : below.find(value);
    }

    /** The number of the value, which it is given now where it has none. */
    int of(T value) {
        int known = find(value);
        if (known != UNKNOWN) {
            return known;
        }
        int count = numbers.size();
        if (count == RANGE) {
            throw new IllegalStateException("more than " + RANGE + " different values");
        }
        Object[] room = values;
        if (count == room.length) {
            room = Arrays.copyOf(room, count + (count >> 1));
        }
        room[count] = value;
        values = room;
        numbers.put(value, first + count);
        return first + count;
    }

    @SuppressWarnings("unchecked")
    T at(int number) {
        return below != null && number < first ? below.at(number) : (T) values[number - first];
    }
}
