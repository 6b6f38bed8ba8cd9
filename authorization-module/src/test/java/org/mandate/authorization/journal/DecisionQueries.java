package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads back what the tests of the journal have recorded. */
final class DecisionQueries {

    private final JournalRecords records;

    DecisionQueries(JournalRecords records) {
        this.records = records;
    }

    Optional<DecisionRecord> byId(String id) {
        return records.byId(id)
                .map(records::open)
                .filter(DecisionRecord.class::isInstance)
                .map(DecisionRecord.class::cast);
    }

    List<DecisionRecord> ofSubject(String id) {
        var found = new ArrayList<DecisionRecord>();
        records.read(0, Integer.MAX_VALUE, stored -> {
            if (records.open(stored) instanceof DecisionRecord record
                    && record.subject().id().equals(id)) {
                found.add(record);
            }
        });
        return found;
    }
}
