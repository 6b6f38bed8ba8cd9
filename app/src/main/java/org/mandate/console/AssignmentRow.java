package org.mandate.console;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.console.Limits.Limit;
import org.mandate.identity.MessageOrigin;

/** An assignment as a row of a list. */
public record AssignmentRow(
        String id, String role, String grantedBy, Instant grantedAt, String reason, List<Limit> limits, Phase phase) {

    /** Where its time is; outside of it, it gives nothing. */
    public enum Phase {
        /** It has not begun. */
        AHEAD,
        /** It gives what it gives. */
        RUNNING,
        /** It has ended. */
        OVER;

        /** Of an assignment on these terms. */
        public static Phase of(Terms terms, Instant now) {
            if (terms.validUntil().filter(until -> !now.isBefore(until)).isPresent()) {
                return OVER;
            }
            return terms.validFrom().filter(now::isBefore).isPresent() ? AHEAD : RUNNING;
        }
    }

    /** The row of an assignment that stands, as it is at this moment. */
    public static AssignmentRow of(AssignmentView view, Instant now) {
        Terms terms = view.terms();
        return new AssignmentRow(
                view.id(),
                view.role(),
                view.grantedBy(),
                view.grantedAt(),
                terms.reason().orElse(""),
                Limits.of(terms),
                Phase.of(terms, now));
    }

    /** Whether its time is over. */
    public boolean isOver() {
        return phase == Phase.OVER;
    }

    /** Whether its time is still to come. */
    public boolean isAhead() {
        return phase == Phase.AHEAD;
    }

    /** Whether there is nobody to name as the giver. */
    public boolean isBySystem() {
        return grantedBy.equals(MessageOrigin.SYSTEM);
    }
}
