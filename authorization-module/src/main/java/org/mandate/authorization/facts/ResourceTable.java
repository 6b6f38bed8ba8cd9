package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of resources, by type and then by id. One writer, any number of readers. Layers as {@link Table} does. */
final class ResourceTable {

    private final Map<String, Table<String, Timeline<Map<String, Object>>>> own = new ConcurrentHashMap<>();
    private final @Nullable ResourceTable below;
    private final long from;

    ResourceTable(@Nullable ResourceTable below) {
        this(below, Long.MAX_VALUE);
    }

    /** @param from of what the other knows, what came behind this position is left out where it changes here */
    ResourceTable(@Nullable ResourceTable below, long from) {
        this.below = below;
        this.from = from;
    }

    @Nullable
    Timeline<Map<String, Object>> get(String type, String id) {
        Table<String, Timeline<Map<String, Object>>> table = of(type);
        return table == null ? null : table.get(id);
    }

    /** What the writer goes on from. */
    @Nullable
    Timeline<Map<String, Object>> last(String type, String id) {
        Table<String, Timeline<Map<String, Object>>> mine = own.get(type);
        return (mine == null ? layer(type) : mine).last(id);
    }

    void put(String type, String id, Timeline<Map<String, Object>> attributes) {
        own.computeIfAbsent(type, any -> layer(type)).put(id, attributes);
    }

    /** The types that something was ever known of. */
    Set<String> types() {
        if (below == null) {
            return own.keySet();
        }
        Set<String> types = new HashSet<>(below.types());
        types.addAll(own.keySet());
        return types;
    }

    /** The ids of a type that something was ever known of. */
    Set<String> ids(String type) {
        Table<String, Timeline<Map<String, Object>>> table = of(type);
        return table == null ? Set.of() : table.keys();
    }

    private Table<String, Timeline<Map<String, Object>>> layer(String type) {
        return new Table<>(below == null ? null : below.of(type), known -> known.until(from));
    }

    private @Nullable Table<String, Timeline<Map<String, Object>>> of(String type) {
        Table<String, Timeline<Map<String, Object>>> mine = own.get(type);
        return mine != null || below == null ? mine : below.of(type);
    }
}
