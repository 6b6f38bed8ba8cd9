package org.mandate.authorization.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.facts.Stretch;
import org.springframework.stereotype.Component;

/** What subjects hold, as the facts have it. */
@Component
class AccessQueries {

    private final LiveFacts facts;
    private final Clock clock;

    AccessQueries(LiveFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @QueryHandler
    AccessView handle(FindAccess query) {
        Facts now = facts.now();
        Instant instant = clock.instant();
        List<Assignment> standing = now.assignments(query.subject());
        List<Assignment> valid =
                standing.stream().filter(one -> one.validAt(instant)).toList();
        boolean active = now.standing(query.subject()) == Standing.ACTIVE;
        return new AccessView(
                standing.stream().map(AccessQueries::view).toList(),
                active ? permissions(valid, now) : List.of(),
                active);
    }

    @QueryHandler
    Set<String> handle(FindMembers query) {
        Stretch first = new Stretch(Optional.empty(), query.most());
        return new LinkedHashSet<>(facts.now().subjectsAssigned(query.role(), SubjectId.USER, first));
    }

    @QueryHandler
    Set<String> handle(FindMembersAmong query) {
        Facts now = facts.now();
        return query.users().stream()
                .filter(user -> now.assignments(SubjectId.user(user)).stream()
                        .anyMatch(one -> one.role().equals(query.role())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AssignmentView view(Assignment assignment) {
        return new AssignmentView(
                assignment.id(), assignment.role(), assignment.terms(), assignment.grantedBy(), assignment.grantedAt());
    }

    private static List<AccessView.EffectivePermission> permissions(List<Assignment> assignments, Facts facts) {
        Map<String, Set<String>> rolesByPermission = new TreeMap<>();
        Set<String> catalogue = facts.permissions();
        for (Assignment assignment : assignments) {
            facts.role(assignment.role())
                    .ifPresent(role -> role.grants()
                            .names(catalogue)
                            .forEach(permission -> rolesByPermission
                                    .computeIfAbsent(permission, any -> new LinkedHashSet<>())
                                    .add(role.name())));
        }
        return rolesByPermission.entrySet().stream()
                .map(entry -> new AccessView.EffectivePermission(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
