package org.mandate.authorization.point;

import java.util.List;
import org.mandate.authorization.journal.Provenance;

/**
 * Questions from outside that are answered together, at one position and one instant. Answers a list of
 * {@link DecisionPoint.Recorded}, one for each question that was decided; each of their records is a record of the request.
 * @param questions in the order in which they are decided
 */
public record EvaluateAll(List<Evaluate> questions, Semantic semantic, Provenance provenance) {

    /** How far it goes. */
    public enum Semantic {
        /** Through all questions. */
        ALL,
        /** Until the first denial, which is answered too. */
        UNTIL_DENIED,
        /** Until the first permit, which is answered too. */
        UNTIL_PERMITTED;

        /** Whether it goes no further than this answer. */
        public boolean endsWith(boolean allowed) {
            return switch (this) {
                case ALL -> false;
                case UNTIL_DENIED -> !allowed;
                case UNTIL_PERMITTED -> allowed;
            };
        }
    }

    public EvaluateAll {
        questions = List.copyOf(questions);
    }
}
