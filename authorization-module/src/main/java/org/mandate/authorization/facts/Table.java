package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keyed immutable values with one writer and any number of readers. A table may lie over another: it shows what the other has
 * and keeps its own changes to itself, which is how a change is tried before it is made.
 */
final class Table<K, V> {

    private final Map<K, V> own = new ConcurrentHashMap<>();
    private final @Nullable Table<K, V> below;
    private final UnaryOperator<V> cut;

    Table(@Nullable Table<K, V> below) {
        this(below, UnaryOperator.identity());
    }

    /** @param cut what is gone on from where a value of the other changes for the first time here */
    Table(@Nullable Table<K, V> below, UnaryOperator<V> cut) {
        this.below = below;
        this.cut = cut;
    }

    @Nullable
    V get(K key) {
        V value = own.get(key);
        return value != null || below == null ? value : below.get(key);
    }

    /** What the writer goes on from. */
    @Nullable
    V last(K key) {
        V value = own.get(key);
        if (value != null || below == null) {
            return value;
        }
        V theirs = below.last(key);
        return theirs == null ? null : cut.apply(theirs);
    }

    /** Whether there is one of its own. */
    boolean changed(K key) {
        return own.containsKey(key);
    }

    void put(K key, V value) {
        own.put(key, value);
    }

    Set<K> keys() {
        if (below == null) {
            return own.keySet();
        }
        Set<K> keys = new HashSet<>(below.keys());
        keys.addAll(own.keySet());
        return keys;
    }
}
