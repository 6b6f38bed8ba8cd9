package org.mandate.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Explanation;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.http.answer.NodeBody;
import org.mandate.http.answer.ReasonBody;

/** A decision as it is answered: the bare answer, and why only where that was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvaluationBody(boolean decision, @Nullable Why context) implements EvaluationsAnswer, EvaluationsBody.Item {

    /**
     * Why, and where it is recorded.
     * @param sentence all of it in one sentence
     * @param wouldAllow for a denial, what would help
     */
    record Why(
            String id,
            long position,
            List<ReasonBody> reasons,
            String sentence,
            NodeBody tree,
            List<String> wouldAllow) {}

    static EvaluationBody of(Question question, Recorded recorded) {
        return question.explain() ? explained(recorded) : bare(recorded);
    }

    private static EvaluationBody bare(Recorded recorded) {
        return new EvaluationBody(recorded.decision().allowed(), null);
    }

    private static EvaluationBody explained(Recorded recorded) {
        Decision decision = recorded.decision();
        Explanation explanation = decision.explanation().orElseThrow();
        return new EvaluationBody(
                decision.allowed(),
                new Why(
                        recorded.id(),
                        decision.position(),
                        ReasonBody.of(decision.reasons()),
                        explanation.sentence(),
                        NodeBody.of(explanation.tree()),
                        explanation.wouldAllow()));
    }
}
