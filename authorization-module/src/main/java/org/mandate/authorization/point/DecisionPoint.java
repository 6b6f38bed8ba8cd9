package org.mandate.authorization.point;

import java.util.List;
import java.util.function.Predicate;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.journal.DecisionNotRecorded;
import org.mandate.authorization.journal.Provenance;

/** The one door for questions of now: decided on the newest facts of this node, recorded, then answered. */
public interface DecisionPoint {

    /**
     * Decide and record.
     * @throws DecisionNotRecorded when the record could not be made durable in time
     * @throws FactsNotReady when this node's facts are not fit to decide on
     */
    Recorded decide(AccessRequest request, Provenance provenance);

    /**
     * Decide one after the other on the same facts and at the same instant, up to and including the first decision that is the
     * last, and record what was decided.
     * @return a decision for each request that was decided
     * @throws DecisionNotRecorded when a record could not be made durable in time
     * @throws FactsNotReady when this node's facts are not fit to decide on
     */
    List<Recorded> decideAll(List<AccessRequest> requests, Predicate<Decision> last, Provenance provenance);

    /** Decide without a record, for what only shapes an answer that has its own recorded decision. */
    Decision peek(AccessRequest request);

    /**
     * A decision and the id of its record.
     * @param id id of the record in the journal
     */
    record Recorded(String id, Decision decision) {}

    /** The facts of this node have not caught up, or have lost contact with the history. */
    class FactsNotReady extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public FactsNotReady(String message) {
            super(message);
        }
    }
}
