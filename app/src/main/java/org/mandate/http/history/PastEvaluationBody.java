package org.mandate.http.history;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.history.PastDecisions;

/** What would have been decided, with its reasons. */
sealed interface PastEvaluationBody {

    /** One answer. {@code decision} is {@code allow} or {@code deny}, as in a record. */
    record PastDecisionBody(
            String decision,
            List<ReasonBody> reasons,
            String sentence,
            List<String> wouldAllow,
            long position,
            Instant at)
            implements PastEvaluationBody {

        static PastDecisionBody of(Decision decision, PastDecisions answer) {
            var explanation = decision.explanation().orElseThrow();
            return new PastDecisionBody(
                    word(decision.allowed()),
                    decision.reasons().stream()
                            .map(reason -> new ReasonBody(reason.kind().label(), reason.name(), reason.detail()))
                            .toList(),
                    explanation.sentence(),
                    explanation.wouldAllow(),
                    answer.place().position(),
                    answer.place().at());
        }
    }

    /** Many, in the order in which they were asked. */
    record PastDecisionsBody(List<PastDecisionBody> evaluations, long position, Instant at)
            implements PastEvaluationBody {}

    /** One reason. */
    record ReasonBody(String kind, String name, String detail) {}

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
