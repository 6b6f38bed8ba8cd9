package org.mandate.http.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Terms;

/** The optional body of {@code POST /admin/users/{id}/roles/{role}}: the terms of the assignment. */
record NewAssignment(
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Optional<List<String>> networks,
        Optional<AssignmentBody.TargetBody> resource,
        Optional<String> reason) {

    Terms terms(Optional<String> reasonOfQuery) {
        return new Terms(
                validFrom,
                validUntil,
                Terms.named(networks),
                resource.map(target -> new Terms.Target(target.type(), target.id())),
                reason.or(() -> reasonOfQuery));
    }
}
