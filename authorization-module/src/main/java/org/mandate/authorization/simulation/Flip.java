package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Reason;

/**
 * A recorded decision that would have come out the other way.
 * @param allowed what it was
 * @param was the reasons that were recorded
 * @param would the reasons that it would have had
 */
public record Flip(
        String decisionId,
        long sequence,
        Instant at,
        SubjectId subject,
        String action,
        String resourceType,
        String resource,
        boolean allowed,
        List<Reason> was,
        List<Reason> would) {}
