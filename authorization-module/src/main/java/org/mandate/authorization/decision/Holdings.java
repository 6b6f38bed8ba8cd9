package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;

/**
 * What a subject holds here and now. An assignment that is limited to a resource counts for that resource alone, and for
 * nothing that is asked without one: it administers nothing.
 */
public final class Holdings {

    private final Facts facts;
    private final List<Held> held;

    /** A valid assignment and the role that it gives. */
    public record Held(Assignment assignment, RoleFacts role) {}

    public Holdings(Facts facts, SubjectId subject, Optional<String> ip, Instant instant) {
        this.facts = facts;
        this.held = valid(facts, subject, ip, instant);
    }

    /** The assignments that are valid at the instant and from the address. */
    public List<Held> held() {
        return held;
    }

    private static List<Held> valid(Facts facts, SubjectId subject, Optional<String> ip, Instant instant) {
        List<Held> valid = new ArrayList<>();
        for (Assignment assignment : facts.assignments(subject)) {
            if (assignment.validAt(instant) && assignment.coversAddress(ip)) {
                facts.role(assignment.role()).ifPresent(role -> valid.add(new Held(assignment, role)));
            }
        }
        return valid;
    }

    List<Reason> rolesAmong(List<String> roles) {
        List<Reason> reasons = new ArrayList<>();
        for (Held one : held) {
            if (one.assignment().terms().resource().isEmpty()) {
                roles.stream()
                        .filter(one.role().roles()::contains)
                        .forEach(role -> reasons.add(
                                new Reason(Reason.Kind.ROLE, one.role().name(), counts(one, role))));
            }
        }
        return reasons;
    }

    List<Reason> everywhere(String permission) {
        return giving(
                permission,
                one -> one.assignment().terms().resource().isEmpty(),
                role -> role.grants().give(permission));
    }

    List<Reason> forResource(String permission, Resource resource) {
        return giving(permission, covering(resource), role -> role.grants().give(permission));
    }

    List<Reason> forResource(String type, String action, Resource resource) {
        return giving(
                type + ":" + action, covering(resource), role -> role.grants().give(type, action));
    }

    private static Predicate<Held> covering(Resource resource) {
        return one -> one.assignment().coversResource(resource.type(), resource.id());
    }

    private List<Reason> giving(String permission, Predicate<Held> where, Predicate<RoleFacts> gives) {
        List<Reason> reasons = new ArrayList<>();
        for (Held one : held) {
            if (where.test(one) && gives.test(one.role())) {
                reasons.add(new Reason(Reason.Kind.ROLE, one.role().name(), gives(one, permission)));
            }
        }
        return reasons;
    }

    private static String counts(Held one, String role) {
        String through = one.role().name().equals(role) ? "" : ", which counts as `" + role + "`";
        return "assignment `" + one.assignment().id() + "` of role `"
                + one.role().name() + "`" + through;
    }

    private String gives(Held one, String permission) {
        return "assignment `" + one.assignment().id() + "` of role `"
                + one.role().name() + "`" + source(one.role(), permission) + " gives `" + permission + "`";
    }

    /** The inherited role that brings the permission, where the assigned one does not hold it itself. */
    private String source(RoleFacts role, String permission) {
        if (holdsItself(role, permission)) {
            return "";
        }
        return role.roles().stream()
                .sorted()
                .flatMap(name -> facts.role(name).stream())
                .filter(inherited -> holdsItself(inherited, permission))
                .findFirst()
                .map(inherited -> ", by inheritance from `" + inherited.name() + "`,")
                .orElse("");
    }

    private static boolean holdsItself(RoleFacts role, String permission) {
        return role.name().equals(RoleFacts.ADMIN) || role.holdsItself(permission);
    }
}
