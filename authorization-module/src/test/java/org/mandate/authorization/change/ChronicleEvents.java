package org.mandate.authorization.change;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.History;

/** The events of a chronicle, found as the store finds them; it has no streams. */
record ChronicleEvents(Chronicle chronicle) implements PastEvents {

    @Override
    public List<History.Entry> at(List<Long> positions) {
        return chronicle.entries().stream()
                .filter(entry -> positions.contains(entry.position()))
                .toList();
    }

    @Override
    public List<History.Entry> find(Filter filter, int most) {
        Comparator<History.Entry> order = Comparator.comparingLong(History.Entry::position);
        return chronicle.entries().stream()
                .filter(entry -> entry.position() > filter.after() && entry.position() <= filter.upTo())
                .filter(entry -> filter.type().isEmpty() || filter.type().get().equals(Telling.type(entry.event())))
                .sorted(filter.newestFirst() ? order.reversed() : order)
                .limit(most)
                .toList();
    }

    @Override
    public Set<String> types() {
        return chronicle.entries().stream()
                .map(entry -> Telling.type(entry.event()))
                .collect(Collectors.toSet());
    }
}
