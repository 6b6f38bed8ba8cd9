package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keyed immutable values with one writer and any number of readers. A table may lie over another: it shows what the other has
 * and keeps its own changes to itself, which is how a change is tried before it is made.
 */
final class Table<K, V> {

    private final Map<K, V> own = new ConcurrentHashMap<>();
    private final @Nullable Table<K, V> below;

    Table(@Nullable Table<K, V> below) {
        this.below = below;
    }

    @Nullable
    V get(K key) {
        V value = own.get(key);
        return value != null || below == null ? value : below.get(key);
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
