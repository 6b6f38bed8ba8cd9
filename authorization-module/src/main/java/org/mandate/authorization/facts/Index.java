package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for what refers to a key. It only grows: whether a reference still stands is the fact's to say, at the
 * position asked for. Layers as {@link Table} does.
 */
final class Index<K, V> {

    private final Map<K, Set<V>> own = new ConcurrentHashMap<>();
    private final @Nullable Index<K, V> below;

    Index(@Nullable Index<K, V> below) {
        this.below = below;
    }

    void add(K key, V value) {
        own.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet(4)).add(value);
    }

    Set<V> get(K key) {
        Set<V> mine = own.getOrDefault(key, Set.of());
        if (below == null) {
            return mine;
        }
        Set<V> theirs = below.get(key);
        if (mine.isEmpty()) {
            return theirs;
        }
        Set<V> all = new HashSet<>(theirs);
        all.addAll(mine);
        return all;
    }
}
