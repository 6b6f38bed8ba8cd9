package org.mandate.authorization.audit;

import java.util.Map;
import java.util.TreeMap;

/** How many records of a block there are by each of what can be counted without looking at them one by one. */
final class Tally {

    private final Map<Long, Long> facets = new TreeMap<>();
    private final Map<String, Long> actions = new TreeMap<>();

    void add(int facet, String action, long count) {
        facets.merge((long) facet, count, Long::sum);
        actions.merge(action, count, Long::sum);
    }

    byte[] toBytes() {
        var bytes = new Packed().number(facets.size());
        facets.forEach((facet, count) -> bytes.number(facet).number(count));
        bytes.number(actions.size());
        actions.forEach((action, count) -> bytes.text(action).number(count));
        return bytes.toBytes();
    }

    /** Adds what was counted to the counts by one of decision, action and reason. */
    static void addTo(Map<String, Long> counts, StatisticsBy by, byte[] tally) {
        var bytes = new Unpacked(tally);
        for (var facets = bytes.number(); facets > 0; facets--) {
            var facet = bytes.integer();
            var count = bytes.number();
            if (by != StatisticsBy.ACTION) {
                by.keys(facet).forEach(key -> counts.merge(key, count, Long::sum));
            }
        }
        if (by == StatisticsBy.ACTION) {
            for (var actions = bytes.number(); actions > 0; actions--) {
                counts.merge(bytes.text(), bytes.number(), Long::sum);
            }
        }
    }
}
