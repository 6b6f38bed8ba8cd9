package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.Stored;

/** Finds gaps: those of indexed blocks are written down, and what is not indexed yet is looked through. */
final class GapReading {

    private static final int MOST = 1000;

    private final JournalRecords records;
    private final IndexStore index;

    GapReading(JournalRecords records, IndexStore index) {
        this.records = records;
        this.index = index;
    }

    GapPage find(FindGaps query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST);
        }
        var retired = index.retired();
        long before = query.before().orElse(Long.MAX_VALUE);
        var indexed = Span.BLOCK.last(index.blocks() - 1);
        var found = before > indexed + 1 ? tail(Math.max(indexed, retired), before) : new ArrayList<LostDecisions>();
        if (found.size() <= query.limit()) {
            var rest = query.limit() + 1 - found.size();
            found.addAll(written(index.gaps(retired, Math.min(before, indexed + 1), rest)));
        }
        var more = found.size() > query.limit();
        var page = more ? found.subList(0, query.limit()) : found;
        return new GapPage(page, more ? Optional.of(page.get(page.size() - 1).sequence()) : Optional.empty());
    }

    private List<LostDecisions> tail(long after, long before) {
        var found = new ArrayList<LostDecisions>();
        var reached = after;
        long position;
        do {
            position = reached;
            reached = records.read(
                    position,
                    Span.BLOCK.size(),
                    stored -> gap(stored).filter(gap -> gap.sequence() < before).ifPresent(found::add));
        } while (reached > position && reached < before);
        Collections.reverse(found);
        return found;
    }

    private List<LostDecisions> written(List<Long> sequences) {
        var found = new ArrayList<LostDecisions>();
        records.at(sequences).forEach(stored -> gap(stored).ifPresent(found::add));
        Collections.reverse(found);
        return found;
    }

    private static Optional<LostDecisions> gap(Stored stored) {
        return CanonicalForm.read(stored) instanceof LostDecisions gap ? Optional.of(gap) : Optional.empty();
    }
}
