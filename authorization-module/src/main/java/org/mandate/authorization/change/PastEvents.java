package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.facts.History;

/** The recorded events themselves, read where they are kept. */
public interface PastEvents {

    /** The events at the positions, in the order of positions. */
    List<History.Entry> at(List<Long> positions);

    /** The first events that pass the filter, in the order that it asks for. */
    List<History.Entry> find(Filter filter, int most);

    /** The names that events have. */
    Set<String> types();

    /**
     * Which events are meant.
     * @param after the position that they follow
     * @param upTo the last position that counts
     * @param streams any of these; empty for all
     * @param by whoever caused them
     * @param newestFirst against the order of positions
     */
    record Filter(
            long after,
            long upTo,
            Optional<String> type,
            List<String> streams,
            Optional<String> by,
            boolean newestFirst) {

        public Filter {
            streams = List.copyOf(streams);
        }

        /** The rest of them behind the event at the position. */
        Filter behind(long position) {
            return newestFirst
                    ? new Filter(after, position - 1, type, streams, by, true)
                    : new Filter(position, upTo, type, streams, by, false);
        }

        /** The same, whatever kind of event they are. */
        Filter ofAnyType() {
            return new Filter(after, upTo, Optional.empty(), streams, by, newestFirst);
        }
    }
}
