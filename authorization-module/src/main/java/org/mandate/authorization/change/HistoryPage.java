package org.mandate.authorization.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;

/**
 * A page of recorded events.
 * @param next the position after which the next page begins; empty on the last one. A page may be short, or empty, and not the last
 */
public record HistoryPage(List<Told> items, Optional<Long> next) {

    public HistoryPage {
        items = List.copyOf(items);
    }

    /**
     * An event, and what it says in a sentence.
     * @param about the subject that it is about, where it is about one
     * @param alterations what it changed of what it is about
     */
    public record Told(
            long position,
            Instant at,
            String type,
            String what,
            String by,
            Optional<String> reason,
            Optional<SubjectId> about,
            List<Alteration> alterations,
            Object event) {

        public Told {
            alterations = List.copyOf(alterations);
        }
    }

    /**
     * What an event changed of one member of what it is about.
     * @param before what the member held and holds no more
     * @param after what the member holds and did not hold
     */
    public record Alteration(String member, List<String> before, List<String> after) {

        public Alteration {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
