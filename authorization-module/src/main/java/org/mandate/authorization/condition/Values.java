package org.mandate.authorization.condition;

import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain values as the language has them: seen through views, so that only what a condition looks at is turned. */
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

    static Map<String, Object> of(Map<String, Object> plain) {
        return new MapView(plain);
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

    private static <T> T limited(T value, int size, int limit, String of) {
        if (size > limit) {
            throw new TooLarge("a condition looks at no more than " + limit + " " + of);
        }
        return value;
    }

    private static final class MapView extends AbstractMap<String, Object> {

        private final Map<String, Object> plain;

        MapView(Map<String, Object> plain) {
            this.plain = plain;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return key instanceof String name ? turned(plain.get(name)) : null;
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
            Set<Entry<String, Object>> entries = new LinkedHashSet<>();
            plain.forEach((key, value) -> entries.add(Map.entry(key, Objects.requireNonNull(turned(value)))));
            return entries;
        }
    }

    private static final class ListView extends AbstractList<@Nullable Object> {

        private final List<?> plain;

        ListView(List<?> plain) {
            this.plain = plain;
        }

        @Override
        public @Nullable Object get(int index) {
            return turned(plain.get(index));
        }

        @Override
        public int size() {
            return plain.size();
        }
    }
}
