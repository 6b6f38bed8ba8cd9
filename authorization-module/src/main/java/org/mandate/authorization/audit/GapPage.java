package org.mandate.authorization.audit;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.journal.LostDecisions;

/**
 * A page of gaps.
 * @param next the sequence before which the next page begins; empty on the last one
 */
public record GapPage(List<LostDecisions> items, Optional<Long> next) {

    public GapPage {
        items = List.copyOf(items);
    }
}
