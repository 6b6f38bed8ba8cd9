package org.mandate.authorization.audit;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;

/**
 * A page of records, newest first. {@code next} leads to older records, {@code prev} to newer ones.
 * @param items decisions, and where nothing but time was asked for the gaps between them
 */
public record DecisionPage(List<JournalEntry> items, Optional<String> next, Optional<String> prev) {

    /** Those that are decisions. */
    public List<DecisionRecord> decisions() {
        return items.stream()
                .filter(DecisionRecord.class::isInstance)
                .map(DecisionRecord.class::cast)
                .toList();
    }
}
