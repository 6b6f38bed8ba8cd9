package org.mandate.authorization.history;

import java.util.Optional;
import org.mandate.authorization.Terms;
import org.mandate.authorization.facts.Assignment;

/**
 * Where a permission comes from: an assignment, or a policy that allows.
 * @param inheritedFrom the role that holds it, where the assigned one holds it only by inheritance
 */
public record Source(Optional<Assignment> assignment, Optional<String> inheritedFrom, Optional<String> policy) {

    static Source of(Assignment assignment, Optional<String> inheritedFrom) {
        return new Source(Optional.of(assignment), inheritedFrom, Optional.empty());
    }

    static Source policy(String id) {
        return new Source(Optional.empty(), Optional.empty(), Optional.of(id));
    }

    /** The one resource that it is limited to. */
    public Optional<Terms.Target> resource() {
        return assignment.flatMap(given -> given.terms().resource());
    }

    /** As words. */
    public String words() {
        return assignment
                .map(given -> "assignment `" + given.id() + "` of role `" + given.role() + "`"
                        + inheritedFrom
                                .map(role -> ", by inheritance from `" + role + "`")
                                .orElse(""))
                .orElseGet(() -> "policy `" + policy.orElse("") + "`");
    }
}
