package org.mandate.authorization.history;

import java.util.List;
import org.mandate.authorization.decision.Decision;

/** What would have been decided, in the order of the questions. */
public record PastDecisions(PastPlace place, List<Decision> decisions) {

    public PastDecisions {
        decisions = List.copyOf(decisions);
    }
}
