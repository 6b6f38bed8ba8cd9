package org.mandate.http.history;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.history.PastDecisions;
import org.mandate.http.answer.NodeBody;
import org.mandate.http.answer.ReasonBody;

/** What would have been decided, with its reasons. */
sealed interface PastEvaluationBody {

    /** One answer. {@code decision} is {@code allow} or {@code deny}, as in a record. */
    record PastDecisionBody(
            String decision,
            List<ReasonBody> reasons,
            String sentence,
            NodeBody tree,
            List<String> wouldAllow,
            long position,
            Instant at)
            implements PastEvaluationBody {

        static PastDecisionBody of(Decision decision, PastDecisions answer) {
            var explanation = decision.explanation().orElseThrow();
            return new PastDecisionBody(
                    word(decision.allowed()),
                    ReasonBody.of(decision.reasons()),
                    explanation.sentence(),
                    NodeBody.of(explanation.tree()),
                    explanation.wouldAllow(),
                    answer.place().position(),
                    answer.place().at());
        }
    }

    /** Many, in the order in which they were asked. */
    record PastDecisionsBody(List<PastDecisionBody> evaluations, long position, Instant at)
            implements PastEvaluationBody {}

    static PastEvaluationBody of(PastDecisions answer, boolean batch) {
        List<PastDecisionBody> all = answer.decisions().stream()
                .map(decision -> PastDecisionBody.of(decision, answer))
                .toList();
        return batch
                ? new PastDecisionsBody(
                        all, answer.place().position(), answer.place().at())
                : all.get(0);
    }

    static String word(boolean allowed) {
        return allowed ? "allow" : "deny";
    }
}
