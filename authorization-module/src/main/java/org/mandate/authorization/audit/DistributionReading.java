package org.mandate.authorization.audit;

import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalRecords;

/**
 * Counts the decisions that match from the newest back, and no more than so many. The index only says where one may be,
 * so each is read; what is narrowed by time alone is counted without that, by {@link StatisticsReading}.
 */
final class DistributionReading {

    static final int MOST_COUNTED = 5_000;

    private final JournalRecords records;
    private final IndexStore index;

    DistributionReading(JournalRecords records, IndexStore index) {
        this.records = records;
        this.index = index;
    }

    Distribution count(FindDistribution query) {
        var filters = query.filters();
        filters.check();
        var from = filters.from().orElseThrow(() -> missing("from"));
        var to = filters.to().orElseThrow(() -> missing("to"));
        var counting = new Counting(new FindStatistics(from, to, query.bucket(), StatisticsBy.DECISION));
        var range = new Range(index.retired() + 1, records.head());
        var reading = new Reading(records, index, filters, range, true);
        var counted = 0;
        for (var found = reading.next(); found.isPresent(); found = reading.next()) {
            for (var entry : found.get()) {
                if (counted == MOST_COUNTED) {
                    return new Distribution(counting.result(), counted, false);
                }
                if (entry instanceof DecisionRecord decision) {
                    counted++;
                    StatisticsBy.DECISION
                            .keys(Facets.of(decision))
                            .forEach(key -> counting.add(Times.micros(decision.at()), key, 1));
                }
            }
        }
        return new Distribution(counting.result(), counted, true);
    }

    private static AccessRuleViolated missing(String field) {
        return new AccessRuleViolated(Rule.INVALID, field, "must be given");
    }
}
