package org.mandate.authorization.usage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;

/** Decides a question on the facts of a position without one of their grants. One thread uses it. */
final class Without {

    private static final int MOST_KEPT = 1_000;

    private final Branches branches;
    private final Map<Object, Facts> kept = new HashMap<>();
    private long position = -1;

    Without(Branches branches) {
        this.branches = branches;
    }

    void at(long asked) {
        if (asked != position || kept.size() > MOST_KEPT) {
            kept.clear();
            position = asked;
        }
    }

    /** Whether the question is allowed without the assignment. */
    boolean allows(AccessRequest question, Instant instant, Assignment assignment) {
        SubjectId subject = question.subject();
        Object revoked = new RoleRevoked(assignment.id(), subject.type(), subject.id(), assignment.role(), null, "");
        return Decider.decide(without(assignment.id(), revoked, instant), question, instant)
                .allowed();
    }

    /** Whether the question is allowed without the role's permission. */
    boolean allows(AccessRequest question, Instant instant, Grant.Permitted entry) {
        Object revoked = new RolePermissionRevoked(entry.role(), entry.permission());
        return Decider.decide(without(entry, revoked, instant), question, instant)
                .allowed();
    }

    private Facts without(Object key, Object event, Instant instant) {
        return kept.computeIfAbsent(key, any -> {
            Branch branch = branches.at(position);
            branch.suppose(event, instant);
            return branch.facts();
        });
    }
}
