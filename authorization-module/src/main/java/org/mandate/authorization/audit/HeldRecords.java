package org.mandate.authorization.audit;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;

/** Records by their ids, for whoever was asked for one: what retention has taken away is told from what never was. */
public final class HeldRecords {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}(-[0-9a-f]{4,12}){2}");

    private final JournalRecords records;
    private final IndexStore index;

    HeldRecords(JournalRecords records, IndexStore index) {
        this.records = records;
        this.index = index;
    }

    /**
     * The record of this id; empty where none was ever written.
     * @throws AccessRuleViolated when it has been retired
     */
    public Optional<Stored> byId(String id) {
        var found = records.byId(id).filter(stored -> stored.sequence() > index.retired());
        if (found.isEmpty() && madeBefore(id, index.retiredUntil())) {
            throw new AccessRuleViolated(
                    Rule.RETIRED_DECISION,
                    "id",
                    "records up to `" + Times.instant(index.retiredUntil().orElse(0))
                            + "` have been retired, and an id of that time is held no longer");
        }
        return found;
    }

    /** The ids of records begin with the milliseconds of their instants. */
    private static boolean madeBefore(String id, OptionalLong micros) {
        return micros.isPresent()
                && ID.matcher(id).matches()
                && Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16) * 1000 <= micros.getAsLong();
    }
}
