package org.mandate.http.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignmentView;

/** An assignment as it is answered; limits that it does not have are left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentBody(
        String id,
        String role,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        List<String> networks,
        Optional<TargetBody> resource,
        Optional<String> reason,
        String grantedBy,
        Instant grantedAt) {

    /** The one resource that an assignment is limited to. */
    record TargetBody(String type, String id) {}

    static AssignmentBody of(AssignmentView view) {
        Terms terms = view.terms();
        return new AssignmentBody(
                view.id(),
                view.role(),
                terms.validFrom(),
                terms.validUntil(),
                terms.networks(),
                terms.resource().map(target -> new TargetBody(target.type(), target.id())),
                terms.reason(),
                view.grantedBy(),
                view.grantedAt());
    }
}
