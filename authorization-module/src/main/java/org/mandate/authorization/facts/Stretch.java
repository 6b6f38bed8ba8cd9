package org.mandate.authorization.facts;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A stretch of ids in their order: the first ones after a place. It is found without sorting all of them.
 * @param after the id that it follows; empty for the beginning
 */
public record Stretch(Optional<String> after, int most) {

    /** The ids of the stretch, sorted, each once. */
    public List<String> of(Stream<String> ids) {
        return of(ids, any -> true);
    }

    /** The same among the ids that stand. Only of those that come into question this is asked. */
    List<String> of(Stream<String> ids, Predicate<String> stands) {
        NavigableSet<String> first = new TreeSet<>();
        ids.forEach(id -> {
            if (follows(id) && (first.size() < most || precedesLast(id, first)) && stands.test(id)) {
                first.add(id);
                if (first.size() > most) {
                    first.pollLast();
                }
            }
        });
        return List.copyOf(first);
    }

    private boolean follows(String id) {
        return after.isEmpty() || id.compareTo(after.get()) > 0;
    }

    private static boolean precedesLast(String id, NavigableSet<String> first) {
        return !first.isEmpty() && id.compareTo(first.last()) < 0;
    }
}
