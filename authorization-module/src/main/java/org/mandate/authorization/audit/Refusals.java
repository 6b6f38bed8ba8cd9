package org.mandate.authorization.audit;

import java.util.List;
import org.mandate.authorization.journal.DecisionRecord;

/**
 * What was refused, the most frequent first. Refusals are the same where subject, action and type of resource are.
 * @param counted how many refusals were looked at
 * @param complete false where the time holds more of them: then the newest are counted
 */
public record Refusals(long counted, boolean complete, List<Refused> items) {

    public Refusals {
        items = List.copyOf(items);
    }

    /** How often something was refused, and the last time. */
    public record Refused(long count, DecisionRecord newest) {}
}
