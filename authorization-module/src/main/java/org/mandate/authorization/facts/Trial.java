package org.mandate.authorization.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.content.event.PostEvent;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;

/**
 * One transaction's events, taken into a layer over the facts. What an event refers to is judged as it comes; what must hold
 * in the end is judged before the commit, since a change may pass through states that must not stand.
 */
final class Trial {

    private final FactBase layer;
    private final Facts before;
    private final Map<Class<?>, Consumer<Object>> rules = new HashMap<>();
    private final Set<String> retiredRoles = new HashSet<>();
    private final Set<String> retiredPermissions = new HashSet<>();
    private final DutyRules duties;
    private final Chains chains = new Chains(this::inheritsOf, this::heirsOf);
    private boolean mayRemoveAdministrators;
    private long position;

    Trial(FactBase layer, Facts before, Usernames usernames) {
        this.layer = layer;
        this.before = before;
        this.duties = new DutyRules(usernames);
        this.position = before.position();
        on(RoleAssigned.class, this::roleAndSubjectExist);
        on(RoleRevoked.class, event -> subjectExists(event.subjectType(), event.subjectId()));
        on(RoleDefined.class, this::definitionHolds);
        on(RolePermissionGranted.class, event -> permissionExists(event.permission()));
        on(RoleInheritanceAdded.class, event -> mayInherit(event.role(), event.inherited()));
        on(RoleRetired.class, event -> retiredRoles.add(event.role()));
        on(PolicyDefined.class, event -> rolesExist(event.roles()));
        on(PolicyChanged.class, event -> rolesExist(event.roles()));
        on(ConstraintDefined.class, event -> rolesExist(event.roles()));
        on(ConstraintChanged.class, event -> rolesExist(event.roles()));
        on(PermissionRetired.class, event -> retiredPermissions.add(event.name()));
    }

    private <E> void on(Class<E> type, Consumer<E> rule) {
        rules.put(type, event -> rule.accept(type.cast(event)));
    }

    void take(List<AccessRules.Staged> staged, long head) {
        if (head != position) {
            throw new IllegalStateException("events are tried at position " + position + " but appended at " + head);
        }
        for (AccessRules.Staged one : staged) {
            position++;
            if (one.event() instanceof PostEvent) {
                continue;
            }
            rules.getOrDefault(one.event().getClass(), event -> {}).accept(one.event());
            mayRemoveAdministrators |= one.event() instanceof RoleRevoked
                    || one.event() instanceof RoleEvent
                    || one.event() instanceof UserDeactivated
                    || one.event() instanceof UserErased;
            duties.take(one, !now().constraints().isEmpty());
            layer.apply(new History.Entry(position, one.at(), "", one.event()));
        }
    }

    void conclude() {
        retiredRoles.forEach(this::nothingRefersToRole);
        retiredPermissions.forEach(this::nothingHoldsPermission);
        duties.conclude(now());
        if (mayRemoveAdministrators
                && !administrators(before).isEmpty()
                && administrators(now()).isEmpty()) {
            throw new AccessRuleViolated(
                    Rule.LAST_ADMINISTRATOR,
                    "",
                    "this would leave no active administrator; make somebody else `admin`, without limits, first");
        }
    }

    private Facts now() {
        return layer.at(position);
    }

    private void roleAndSubjectExist(RoleAssigned event) {
        roleExists(event.role(), "role");
        subjectExists(event.subjectType(), event.subjectId());
    }

    /** All assignments of an erased user ended with them, so there is none to give or to take. */
    private void subjectExists(String type, String id) {
        SubjectId subject = new SubjectId(type, id);
        if (now().standing(subject) == Standing.UNKNOWN) {
            throw new AccessRuleViolated(Rule.UNKNOWN_SUBJECT, "user", "user `" + subject.id() + "` does not exist");
        }
    }

    private void definitionHolds(RoleDefined event) {
        event.permissions().forEach(this::permissionExists);
        event.inherits().forEach(inherited -> mayInherit(event.role(), inherited));
    }

    private void roleExists(String role, String field) {
        if (now().role(role).isEmpty()) {
            throw new AccessRuleViolated(Rule.UNKNOWN_ROLE, field, "role `" + role + "` does not exist");
        }
    }

    private void rolesExist(List<String> roles) {
        roles.forEach(role -> roleExists(role, "roles"));
    }

    private void permissionExists(String permission) {
        if (permission.indexOf('*') < 0 && now().permission(permission).isEmpty()) {
            throw new AccessRuleViolated(
                    Rule.UNKNOWN_PERMISSION, "permissions", "permission `" + permission + "` does not exist");
        }
    }

    private void mayInherit(String role, String inherited) {
        InheritanceCycle.through(role, Set.of(inherited), this::inheritsOf).ifPresent(cycle -> {
            throw new AccessRuleViolated(Rule.INHERITANCE_CYCLE, "inherits", cycle.toString());
        });
        roleExists(inherited, "inherits");
        chains.requireRoom(role, inherited);
    }

    private Set<String> inheritsOf(String role) {
        return now().role(role).map(RoleFacts::inherits).orElse(Set.of());
    }

    /** The index keeps heirs that have let go since. */
    private Set<String> heirsOf(String role) {
        return layer.heirs.get(role).stream()
                .filter(heir -> inheritsOf(heir).contains(role))
                .collect(Collectors.toSet());
    }

    private void nothingRefersToRole(String role) {
        if (now().role(role).isPresent()) {
            return;
        }
        if (!now().subjectsAssigned(role).isEmpty()) {
            throw new AccessRuleViolated(
                    Rule.INVALID, "role", "role `" + role + "` was assigned in the meantime; try again");
        }
        if (now().roles().stream().anyMatch(other -> other.inherits().contains(role))) {
            throw new AccessRuleViolated(
                    Rule.INVALID, "role", "role `" + role + "` was inherited in the meantime; try again");
        }
        nothingNamesRole(role);
    }

    private void nothingNamesRole(String role) {
        List<String> naming = Stream.concat(
                        now().policies().stream()
                                .filter(policy -> policy.roles().contains(role))
                                .map(policy -> "policy `" + policy.id() + "`"),
                        now().constraints().stream()
                                .filter(constraint -> constraint.roles().contains(role))
                                .map(constraint -> "constraint `" + constraint.id() + "`"))
                .toList();
        if (!naming.isEmpty()) {
            throw new AccessRuleViolated(
                    Rule.ROLE_IN_USE,
                    "",
                    "role `" + role + "` is named by " + String.join(", ", naming) + "; change or retire that first");
        }
    }

    private void nothingHoldsPermission(String permission) {
        if (now().permission(permission).isEmpty()
                && now().roles().stream().anyMatch(role -> role.permissions().contains(permission))) {
            throw new AccessRuleViolated(
                    Rule.INVALID,
                    "permission",
                    "permission `" + permission + "` was given to a role in the meantime; try again");
        }
    }

    /** Active users who hold the role `admin`, or one that counts as it, without limits in time, place or resource. */
    private List<SubjectId> administrators(Facts facts) {
        return facts.roles().stream()
                .filter(role -> role.roles().contains(RoleFacts.ADMIN))
                .flatMap(role -> facts.subjectsAssigned(role.name()).stream()
                        .filter(subject -> subject.type().equals(SubjectId.USER))
                        .filter(subject -> facts.standing(subject) == Standing.ACTIVE)
                        .filter(subject -> facts.assignments(subject).stream()
                                .anyMatch(one -> one.role().equals(role.name()) && one.unlimited())))
                .toList();
    }
}
