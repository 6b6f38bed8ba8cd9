package org.mandate.authorization.point;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance;

/**
 * A question from outside: may this subject do this to that? Answers {@link DecisionPoint.Recorded}; the decision's record
 * is the record of the request.
 * @param subjectProperties what the caller says of the subject
 * @param ip the address that network-bound grants are judged by; without one they do not apply
 */
public record Evaluate(
        SubjectId subject,
        Map<String, Object> subjectProperties,
        Action action,
        Resource resource,
        Map<String, Object> context,
        Optional<String> ip,
        Provenance provenance) {

    public Evaluate {
        subjectProperties = Map.copyOf(subjectProperties);
        context = Map.copyOf(context);
    }
}
