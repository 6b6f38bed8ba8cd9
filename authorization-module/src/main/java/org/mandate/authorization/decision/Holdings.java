package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Held;
import org.mandate.authorization.facts.Limits;
import org.mandate.authorization.facts.RoleFacts;

/**
 * What a subject holds here and now. An assignment that is limited to a resource counts for that resource alone, and for
 * nothing that is asked without one: it administers nothing.
 */
abstract class Holdings extends Held {

    final AccessRequest request;
    final Instant instant;
    final Trail trail;

    Holdings(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        super(facts, request.subject());
        this.request = request;
        this.instant = instant;
        this.trail = trail;
    }

    /** Where something is held: everywhere, or for one resource as well. */
    enum Reach {
        EVERYWHERE,
        HERE
    }

    /** Whether somebody wants to know more than the answer. */
    final boolean followed() {
        return trail != Trail.NONE;
    }

    /** Notes each assignment that gives the permission; true where there is one. */
    final boolean give(String type, String action, Reach reach) {
        boolean any = false;
        for (int i = 0; i < everHeld(); i++) {
            RoleFacts role = roleHeld(i);
            if (role != null && role.grants().give(type, action) && counts(i, reach)) {
                if (!followed()) {
                    return true;
                }
                trail.note(new Evidence.Gives(held(i), role, type + ":" + action));
                any = true;
            }
        }
        return any;
    }

    /** Whether the permission is given without a limit to a resource; notes nothing. */
    final boolean giveEverywhere(String permission) {
        for (int i = 0; i < everHeld(); i++) {
            RoleFacts role = roleHeld(i);
            if (role != null && role.grants().give(permission) && meets(i, Reach.EVERYWHERE, request.resource())) {
                return true;
            }
        }
        return false;
    }

    /** Notes each assignment that counts as one of the roles, without a limit to a resource; true where there is one. */
    final boolean countAs(List<String> roles) {
        boolean any = false;
        for (int i = 0; i < everHeld(); i++) {
            RoleFacts role = roleHeld(i);
            if (role != null && isOneOf(role, roles) && counts(i, Reach.EVERYWHERE)) {
                if (!followed()) {
                    return true;
                }
                noteCounting(i, role, roles);
                any = true;
            }
        }
        return any;
    }

    /** Whether a role that matches is held for the resource, here and now; notes nothing. */
    final boolean holdHere(Predicate<RoleFacts> match, Resource resource) {
        for (int i = 0; i < everHeld(); i++) {
            RoleFacts role = roleHeld(i);
            if (role != null && match.test(role) && meets(i, Reach.HERE, resource)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(RoleFacts role, List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            if (role.roles().contains(roles.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void noteCounting(int index, RoleFacts held, List<String> roles) {
        Assignment assignment = held(index);
        for (String role : roles) {
            if (held.roles().contains(role)) {
                trail.note(new Evidence.Counts(assignment, held, role));
            }
        }
    }

    private boolean counts(int index, Reach reach) {
        boolean counts = meets(index, reach, request.resource());
        if (!counts && trail.wantsAll()) {
            trail.note(outOfTerms(held(index), reach));
        }
        return counts;
    }

    private boolean meets(int index, Reach reach, Resource resource) {
        Limits limits = limitsHeld(index);
        return limits == null
                || (limits.validAt(instant)
                        && limits.coversAddress(request.ip())
                        && covers(limits, reach, resource)
                        && lasts(limits));
    }

    /** Whether what has these limits is held for long enough, and from far enough. */
    boolean lasts(Limits limits) {
        return true;
    }

    private static boolean covers(Limits limits, Reach reach, Resource resource) {
        return reach == Reach.HERE
                ? limits.coversResource(resource.type(), resource.id())
                : limits.terms().resource().isEmpty();
    }

    /** All that stands in the way, since mending one of two gives nothing. */
    private Evidence outOfTerms(Assignment assignment, Reach reach) {
        List<String> whys = new ArrayList<>(2);
        List<String> remedies = new ArrayList<>(2);
        outOfTime(assignment, whys, remedies);
        if (!assignment.limits().coversAddress(request.ip())) {
            String networks = String.join(", ", assignment.terms().networks());
            whys.add("holds only from " + networks);
            remedies.add("to a request from " + networks);
        }
        if (!covers(assignment.limits(), reach, request.resource())) {
            String only = assignment
                    .terms()
                    .resource()
                    .map(one -> one.type() + "/" + one.id())
                    .orElse("");
            whys.add("is limited to `" + only + "`");
            remedies.add("if it were not limited to `" + only + "`");
        }
        if (!lasts(assignment.limits())) {
            whys.add("is limited itself");
            remedies.add("if it were not limited in time or to networks");
        }
        return new Evidence.OutOfTerms(assignment, String.join(" and ", whys), String.join(", and ", remedies));
    }

    private void outOfTime(Assignment assignment, List<String> whys, List<String> remedies) {
        if (assignment.terms().validFrom().filter(instant::isBefore).isPresent()) {
            String from = assignment.terms().validFrom().get().toString();
            whys.add("is not valid before " + from);
            remedies.add("from " + from + " on");
        } else if (!assignment.validAt(instant)) {
            String until = assignment.terms().validUntil().map(Object::toString).orElse("");
            whys.add("was valid until " + until);
            remedies.add("if it were prolonged");
        }
    }
}
