package org.mandate.http.audit;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.reproduction.Reproduction;
import org.mandate.authorization.reproduction.Reproduction.Answer;
import org.mandate.http.answer.ReasonBody;

/**
 * A decision that was decided again.
 * @param outcome {@code reproduced}, {@code different}, or why it cannot be decided again: {@code erased}, {@code unreadable}
 * @param engine the version of the decision function that the record names
 * @param engineNow the version that decided it again
 */
record ReproductionBody(
        String id,
        long sequence,
        boolean reproduced,
        String outcome,
        AnswerBody recorded,
        Optional<AnswerBody> recomputed,
        String engine,
        String engineNow) {

    /** An answer and its reasons. */
    record AnswerBody(String decision, List<ReasonBody> reasons) {

        static AnswerBody of(Answer answer) {
            return new AnswerBody(answer.allowed() ? "allow" : "deny", ReasonBody.of(answer.reasons()));
        }
    }

    static ReproductionBody of(Reproduction made) {
        return new ReproductionBody(
                made.id(),
                made.sequence(),
                made.reproduced(),
                made.outcome().label(),
                AnswerBody.of(made.recorded()),
                made.recomputed().map(AnswerBody::of),
                made.engine(),
                Decider.VERSION);
    }
}
