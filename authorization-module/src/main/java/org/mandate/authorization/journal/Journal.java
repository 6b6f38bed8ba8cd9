package org.mandate.authorization.journal;

import java.time.Instant;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decision;

/** Where decisions are recorded. When {@code record} returns, the record is durable. */
public interface Journal {

    /**
     * Record one decision and wait until it is durable.
     * @return the id of the record
     * @throws DecisionNotRecorded when it could not be recorded in time; the answer must not leave then
     */
    String record(AccessRequest request, Decision decision, Instant at, Provenance provenance);
}
