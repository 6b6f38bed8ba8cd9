package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decision;

/** Where decisions are recorded. When {@code record} returns, the record is durable. */
public interface Journal {

    /** A question and its answer, to be recorded. */
    record Judged(AccessRequest request, Decision decision) {}

    /**
     * Record one decision and wait until it is durable.
     * @return the id of the record
     * @throws DecisionNotRecorded when it could not be recorded in time; the answer must not leave then
     */
    default String record(AccessRequest request, Decision decision, Instant at, Provenance provenance) {
        return record(List.of(new Judged(request, decision)), at, provenance).get(0);
    }

    /**
     * Record decisions that were taken together, in their order, and wait once until all of them are durable.
     * @return the ids of the records
     * @throws DecisionNotRecorded when one could not be recorded in time; none of the answers must leave then
     */
    List<String> record(List<Judged> judged, Instant at, Provenance provenance);
}
