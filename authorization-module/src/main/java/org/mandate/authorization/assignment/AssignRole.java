package org.mandate.authorization.assignment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;

/**
 * Give a subject a role; answers {@link AssignmentOutcome}. What stands already on the same terms is answered as it is.
 */
public record AssignRole(SubjectId subject, String role, Terms terms) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return subject.stream();
    }
}
