package org.mandate.authorization.reproduction;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.decision.Reason;

/**
 * What deciding a recorded decision again came to.
 * @param engine the version of the decision function that the record names
 * @param recomputed empty where it could not be decided again
 */
public record Reproduction(
        String id, long sequence, String engine, Outcome outcome, Answer recorded, Optional<Answer> recomputed) {

    /** An answer with its reasons. */
    public record Answer(boolean allowed, List<Reason> reasons) {}

    /** The lower-case name is what answers carry. */
    public enum Outcome {
        /** The same answer for the same reasons. */
        REPRODUCED,
        /** Another answer, or other reasons. */
        DIFFERENT,
        /** The person is erased, and with them what the decision was taken on. */
        ERASED,
        /** The record asks for something that this version does not know. */
        UNREADABLE;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean reproduced() {
        return outcome == Outcome.REPRODUCED;
    }
}
