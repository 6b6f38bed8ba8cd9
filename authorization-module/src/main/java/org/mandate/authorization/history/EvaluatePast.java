package org.mandate.authorization.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;

/** What would have been decided at a moment, one after the other. Answers {@link PastDecisions}. Nothing of it is recorded. */
public record EvaluatePast(When at, List<Asked> questions) {

    public EvaluatePast {
        questions = List.copyOf(questions);
    }

    /**
     * A question, as the decision point is asked.
     * @param ip the address that network-bound grants are judged by; without one they do not apply
     */
    public record Asked(
            SubjectId subject,
            Map<String, Object> subjectProperties,
            Action action,
            Resource resource,
            Map<String, Object> context,
            Optional<String> ip) {

        public AccessRequest request() {
            return new AccessRequest(
                    subject,
                    subjectProperties,
                    action,
                    resource,
                    context,
                    Requirement.may(action.name()),
                    Optional.empty(),
                    ip);
        }
    }
}
