package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.facts.History;

/** The recorded events themselves, read where they are kept. */
public interface PastEvents {

    /** The events at the positions, in the order of positions. */
    List<History.Entry> at(List<Long> positions);

    /** The first events that pass the filter, in the order of positions. */
    List<History.Entry> find(Filter filter, int most);

    /** The names that events have. */
    Set<String> types();

    /**
     * Which events are meant.
     * @param after the position that they follow
     * @param upTo the last position that counts
     * @param streams any of these; empty for all
     */
    record Filter(long after, long upTo, Optional<String> type, List<String> streams) {

        public Filter {
            streams = List.copyOf(streams);
        }
    }
}
