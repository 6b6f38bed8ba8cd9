package org.mandate.authorization.assignment;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.SubjectId;

/** End the named assignment of a role, or all that stand; answers the ids that ended. */
public record RevokeRole(SubjectId subject, String role, Optional<String> assignment, Optional<String> reason) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return subject.stream();
    }
}
