package org.mandate.authorization.condition;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain values as the language has them, turned only where a condition looks at them. The library walks through every map that
 * it is handed, at each step of a path; a struct it leaves alone, so a path goes through structs and costs what it names.
 */
final class Values {

    private static final int LONGEST_TEXT = 1_024;
    private static final int MOST_ENTRIES = 1_000;

    private Values() {}

    /** A value is larger than a condition may look at. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    static Object of(Map<String, Object> plain) {
        return new Members(plain);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object member(@Nullable Object plain) {
        return plain instanceof Map<?, ?> map
                ? new Members((Map<String, Object>) limited(map, map.size(), MOST_ENTRIES, "members of an object"))
                : turned(plain);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object turned(@Nullable Object plain) {
        if (plain instanceof String text) {
            return limited(text, text.length(), LONGEST_TEXT, "characters of text");
        }
        if (plain instanceof Integer || plain instanceof Short || plain instanceof Byte) {
            return ((Number) plain).longValue();
        }
        if (plain instanceof BigInteger || plain instanceof java.math.BigDecimal || plain instanceof Float) {
            return ((Number) plain).doubleValue();
        }
        if (plain instanceof Map<?, ?> map) {
            return new MapView((Map<String, Object>) limited(map, map.size(), MOST_ENTRIES, "members of an object"));
        }
        if (plain instanceof Collection<?> items) {
            limited(items, items.size(), MOST_ENTRIES, "items of a list");
            return new ListView(items instanceof List<?> list ? list : List.copyOf(items));
        }
        return plain;
    }

    /** What a condition made, so that looking at what is in it counts; the library's own lists and objects would not. */
    @SuppressWarnings("unchecked")
    static Object counted(Object made) {
        if (made instanceof Gathered || made instanceof ListView || made instanceof MapView) {
            return made;
        }
        if (made instanceof Map<?, ?> map) {
            return new CountedMap((Map<Object, Object>) map);
        }
        return made instanceof List<?> list ? Gathered.of(List.of(), (List<Object>) list) : made;
    }

    private static <T> T limited(T value, int size, int limit, String of) {
        if (size > limit) {
            throw new TooLarge("a condition looks at no more than " + limit + " " + of);
        }
        return value;
    }

    /** What a path goes through. What ends at it sees a map. */
    @SuppressWarnings("Immutable")
    private static final class Members extends StructValue<String, Map<String, Object>> {

        private final Map<String, Object> plain;

        Members(Map<String, Object> plain) {
            this.plain = plain;
        }

        @Override
        public Object select(String name) {
            Object found = member(plain.get(name));
            if (found == null) {
                throw CelAttributeNotFoundException.forMissingMapKey(name);
            }
            return found;
        }

        @Override
        public Optional<?> find(String name) {
            return Optional.ofNullable(member(plain.get(name)));
        }

        @Override
        public Map<String, Object> value() {
            return new MapView(plain);
        }

        @Override
        public boolean isZeroValue() {
            return plain.isEmpty();
        }

        @Override
        public CelType celType() {
            return Language.OPEN;
        }
    }

    private static final class MapView extends AbstractMap<String, Object> {

        private final Map<String, Object> plain;

        MapView(Map<String, Object> plain) {
            this.plain = plain;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            Effort.look();
            return key instanceof String name ? Values.turned(plain.get(name)) : null;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && plain.containsKey(name);
        }

        @Override
        public int size() {
            return plain.size();
        }

        @Override
        public Set<String> keySet() {
            return plain.keySet();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {

                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return plain.entrySet().stream().map(MapView::turned).iterator();
                }

                @Override
                public int size() {
                    return plain.size();
                }
            };
        }

        private static Entry<String, Object> turned(Entry<String, Object> plain) {
            Effort.look();
            Effort.look();
            return Map.entry(plain.getKey(), Objects.requireNonNull(Values.turned(plain.getValue())));
        }
    }

    private static final class ListView extends AbstractList<@Nullable Object> implements RandomAccess {

        private final List<?> plain;

        ListView(List<?> plain) {
            this.plain = plain;
        }

        @Override
        public @Nullable Object get(int index) {
            Effort.look();
            return turned(plain.get(index));
        }

        @Override
        public int size() {
            return plain.size();
        }
    }

    private static final class CountedMap extends AbstractMap<Object, Object> {

        private final Map<Object, Object> made = new LinkedHashMap<>();

        CountedMap(Map<Object, Object> plain) {
            plain.forEach((key, value) -> made.put(key, counted(value)));
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            Effort.look();
            return made.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return made.containsKey(key);
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            made.forEach((key, value) -> Effort.look());
            return made.entrySet();
        }
    }
}
