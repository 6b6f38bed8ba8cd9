package org.mandate.console;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.console.Limits.Limit;
import org.mandate.identity.MessageOrigin;

/** An assignment as a row of a list. */
public record AssignmentRow(
        String id, String role, String grantedBy, Instant grantedAt, String reason, List<Limit> limits) {

    /** The row of an assignment that stands. */
    public static AssignmentRow of(AssignmentView view) {
        Terms terms = view.terms();
        return new AssignmentRow(
                view.id(),
                view.role(),
                view.grantedBy(),
                view.grantedAt(),
                terms.reason().orElse(""),
                Limits.of(terms));
    }

    /** Whether there is nobody to name as the giver. */
    public boolean isBySystem() {
        return grantedBy.equals(MessageOrigin.SYSTEM);
    }
}
