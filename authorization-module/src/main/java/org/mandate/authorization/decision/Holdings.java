package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;

/**
 * What a subject holds here and now. An assignment that is limited to a resource counts for that resource alone, and for
 * nothing that is asked without one: it administers nothing.
 */
final class Holdings {

    private final Facts facts;
    private final List<Assignment> assignments;
    private final Optional<String> ip;
    private final Instant instant;
    private final Trail trail;

    Holdings(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        this.facts = facts;
        this.assignments = facts.assignments(request.subject());
        this.ip = request.ip();
        this.instant = instant;
        this.trail = trail;
    }

    /** Where something is held: everywhere, or for one resource as well. */
    enum Reach {
        EVERYWHERE,
        HERE
    }

    /** Notes each assignment that gives the permission; true where there is one. */
    boolean give(String type, String action, Reach reach, Resource resource) {
        boolean any = false;
        for (Assignment assignment : assignments) {
            RoleFacts role = facts.role(assignment.role()).orElse(null);
            if (role != null && role.grants().give(type, action) && counts(assignment, reach, resource)) {
                trail.note(new Evidence.Gives(assignment, role, type + ":" + action));
                any = true;
            }
        }
        return any;
    }

    /** Whether the permission is given without a limit to a resource; notes nothing. */
    boolean giveEverywhere(String permission) {
        for (Assignment assignment : assignments) {
            RoleFacts role = facts.role(assignment.role()).orElse(null);
            if (role != null
                    && role.grants().give(permission)
                    && valid(assignment)
                    && assignment.terms().resource().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Notes each assignment that counts as one of the roles, without a limit to a resource; true where there is one. */
    boolean countAs(List<String> roles, Resource resource) {
        boolean any = false;
        for (Assignment assignment : assignments) {
            RoleFacts held = facts.role(assignment.role()).orElse(null);
            if (held == null || roles.stream().noneMatch(held.roles()::contains)) {
                continue;
            }
            if (counts(assignment, Reach.EVERYWHERE, resource)) {
                roles.stream()
                        .filter(held.roles()::contains)
                        .forEach(role -> trail.note(new Evidence.Counts(assignment, held, role)));
                any = true;
            }
        }
        return any;
    }

    /** Whether a role that matches is held for the resource, here and now; notes nothing. */
    boolean holdHere(Predicate<RoleFacts> match, Resource resource) {
        for (Assignment assignment : assignments) {
            RoleFacts role = facts.role(assignment.role()).orElse(null);
            if (role != null && match.test(role) && valid(assignment) && covers(assignment, Reach.HERE, resource)) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(Assignment assignment, Reach reach, Resource resource) {
        boolean counts = valid(assignment) && covers(assignment, reach, resource);
        if (!counts && trail.wantsAll()) {
            trail.note(outOfTerms(assignment));
        }
        return counts;
    }

    private boolean valid(Assignment assignment) {
        return assignment.limits().validAt(instant) && assignment.limits().coversAddress(ip);
    }

    private static boolean covers(Assignment assignment, Reach reach, Resource resource) {
        return reach == Reach.HERE
                ? assignment.limits().coversResource(resource.type(), resource.id())
                : assignment.terms().resource().isEmpty();
    }

    private Evidence outOfTerms(Assignment assignment) {
        if (assignment.terms().validFrom().filter(instant::isBefore).isPresent()) {
            String from = assignment.terms().validFrom().get().toString();
            return new Evidence.OutOfTerms(assignment, "is not valid before " + from, "from " + from + " on");
        }
        if (!assignment.limits().validAt(instant)) {
            String until = assignment.terms().validUntil().map(Object::toString).orElse("");
            return new Evidence.OutOfTerms(assignment, "was valid until " + until, "if it were prolonged");
        }
        if (!assignment.limits().coversAddress(ip)) {
            String networks = String.join(", ", assignment.terms().networks());
            return new Evidence.OutOfTerms(assignment, "holds only from " + networks, "to a request from " + networks);
        }
        String only = assignment
                .terms()
                .resource()
                .map(one -> one.type() + "/" + one.id())
                .orElse("");
        return new Evidence.OutOfTerms(
                assignment, "is limited to `" + only + "`", "if it were not limited to `" + only + "`");
    }
}
