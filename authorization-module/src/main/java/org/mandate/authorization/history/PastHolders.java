package org.mandate.authorization.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.mandate.authorization.Terms.Target;

/**
 * A page of those who held a permission.
 * @param next where the next page goes on; empty on the last one
 */
public record PastHolders(PastPlace place, List<Holder> items, Optional<String> next) {

    public PastHolders {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     * @param username as it is now; empty where there is none any more
     * @param resource the one that it was for; empty where it was for any
     */
    public record Holder(
            String id, Optional<String> username, boolean active, List<Source> because, Optional<Target> resource) {

        public Holder {
            because = List.copyOf(because);
        }

        /** Once for each resource that a source is limited to, in their order. */
        List<Holder> each() {
            NavigableMap<Key, List<Source>> byKey = new TreeMap<>();
            because.forEach(source -> byKey.computeIfAbsent(new Key(id, source.resource()), any -> new ArrayList<>())
                    .add(source));
            return byKey.entrySet().stream()
                    .map(entry -> new Holder(
                            id,
                            username,
                            active,
                            entry.getValue(),
                            entry.getKey().resource()))
                    .toList();
        }

        Key key() {
            return new Key(id, resource);
        }

        /** The place in the order. Neither ids nor types contain control characters. */
        record Key(String id, Optional<Target> resource) implements Comparable<Key> {

            private static final String BETWEEN = "\n";
            private static final Comparator<Key> ORDER = Comparator.comparing(Key::id)
                    .thenComparing(key -> key.resource().map(Target::type).orElse(""))
                    .thenComparing(key -> key.resource().map(Target::id).orElse(""));

            static Key read(String text) {
                String[] parts = text.split(BETWEEN, -1);
                return new Key(
                        parts[0], parts.length == 3 ? Optional.of(new Target(parts[1], parts[2])) : Optional.empty());
            }

            String text() {
                return resource.map(target -> String.join(BETWEEN, id, target.type(), target.id()))
                        .orElse(id);
            }

            boolean follows(Key other) {
                return compareTo(other) > 0;
            }

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }
    }
}
