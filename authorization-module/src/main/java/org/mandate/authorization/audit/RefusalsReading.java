package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.audit.Refusals.Refused;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;

/** Counts refusals from the newest back, and no more than so many: whatever the time holds, the cost has a bound. */
final class RefusalsReading {

    static final int MOST_COUNTED = 5_000;

    private static final int MOST_LISTED = 1000;

    private final JournalRecords records;
    private final IndexStore index;

    RefusalsReading(JournalRecords records, IndexStore index) {
        this.records = records;
        this.index = index;
    }

    private record Sort(SubjectId subject, String action, String resourceType) {

        static Sort of(DecisionRecord decision) {
            return new Sort(
                    decision.subject(),
                    decision.action().name(),
                    decision.resource().type());
        }
    }

    Refusals count(FindRefusals query) {
        if (query.limit() < 1 || query.limit() > MOST_LISTED) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST_LISTED);
        }
        if (!query.from().isBefore(query.to())) {
            throw new AccessRuleViolated(Rule.INVALID, "to", "must be after `from`");
        }
        var range = new Range(index.retired() + 1, records.head());
        var filters = DecisionFilters.refused(query.from(), query.to());
        var reading = new Reading(records, index, filters, range, true);
        Map<Sort, Refused> counts = new LinkedHashMap<>();
        var counted = 0;
        for (var found = reading.next(); found.isPresent(); found = reading.next()) {
            for (var entry : found.get()) {
                if (counted == MOST_COUNTED) {
                    return result(counted, false, counts, query.limit());
                }
                counted += add(counts, entry);
            }
        }
        return result(counted, true, counts, query.limit());
    }

    private static int add(Map<Sort, Refused> counts, JournalEntry entry) {
        if (!(entry instanceof DecisionRecord decision)) {
            return 0;
        }
        counts.merge(
                Sort.of(decision),
                new Refused(1, decision),
                (known, one) -> new Refused(known.count() + 1, known.newest()));
        return 1;
    }

    private Refusals result(long counted, boolean complete, Map<Sort, Refused> counts, int limit) {
        // Of as many, those that were refused last come first: that is the order in which they were found.
        var most = counts.values().stream()
                .sorted(Comparator.comparingLong(Refused::count).reversed())
                .limit(limit)
                .toList();
        return new Refusals(counted, complete, revealed(most));
    }

    private List<Refused> revealed(List<Refused> most) {
        List<JournalEntry> sealed = new ArrayList<>();
        most.forEach(one -> sealed.add(one.newest()));
        var open = records.reveal(sealed);
        var revealed = new ArrayList<Refused>();
        for (var i = 0; i < most.size(); i++) {
            var count = most.get(i).count();
            decision(open.get(i)).ifPresent(newest -> revealed.add(new Refused(count, newest)));
        }
        return revealed;
    }

    private static Optional<DecisionRecord> decision(JournalEntry entry) {
        return entry instanceof DecisionRecord decision ? Optional.of(decision) : Optional.empty();
    }
}
