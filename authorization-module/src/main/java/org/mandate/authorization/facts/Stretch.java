package org.mandate.authorization.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        Smallest<String> first = new Smallest<>(most, Comparator.naturalOrder());
        ids.filter(this::follows).forEach(id -> first.offer(id, stands));
        return List.copyOf(first.all());
    }

    boolean follows(String id) {
        return after.isEmpty() || id.compareTo(after.get()) > 0;
    }
}
