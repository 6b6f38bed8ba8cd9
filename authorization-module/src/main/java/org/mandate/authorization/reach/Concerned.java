package org.mandate.authorization.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.RoleFacts;

/**
 * Finds whom a change could give or take something: nobody else can do otherwise with it than without it. What a policy gives
 * to everybody it gives to subjects of other types, too, of whom nothing may be known: of them those are looked at that hold a
 * role.
 */
final class Concerned {

    private final Facts without;
    private final Facts with;
    private final Touched touched;
    private final List<PolicyFacts> policies;
    private final List<Resource> entities;

    Concerned(Facts without, Facts with, Touched touched) {
        this.without = without;
        this.with = with;
        this.touched = touched;
        this.policies = touched.policies().stream()
                .filter(id -> !said(without, id).equals(said(with, id)))
                .flatMap(id -> Stream.of(without, with).flatMap(facts -> facts.policy(id).stream()))
                .toList();
        this.entities = touched.entities().stream()
                .filter(entity ->
                        EntityAccess.matters(without, entity.type()) || EntityAccess.matters(with, entity.type()))
                .toList();
    }

    /** What a policy says, in whatever words it is described. */
    private static Optional<PolicyFacts> said(Facts facts, String policy) {
        return facts.policy(policy).map(PolicyFacts::undescribed);
    }

    /** The policies that say something else by the change, as they are without it and with it. */
    List<PolicyFacts> policies() {
        return policies;
    }

    /** The entities that the change is about and that a condition can ask for. */
    List<Resource> entities() {
        return entities;
    }

    /** Whoever holds a role only with the change is spoken of by its events, so the holders without it are all others. */
    Set<SubjectId> subjects() {
        Set<SubjectId> subjects = new HashSet<>(touched.subjects());
        boolean everybody = !entities.isEmpty()
                || policies.stream().anyMatch(policy -> policy.roles().isEmpty());
        if (everybody) {
            subjects.addAll(without.subjects(SubjectId.USER));
        }
        Set<String> meant = touchedRoles();
        Set<String> roles = Stream.of(without, with)
                .flatMap(facts -> facts.roles().stream())
                .filter(role -> everybody
                        || (touched.catalogue() && role.grants().standForMore())
                        || role.roles().stream().anyMatch(meant::contains))
                .map(RoleFacts::name)
                .collect(Collectors.toSet());
        roles.forEach(role -> subjects.addAll(without.subjectsAssigned(role)));
        return subjects;
    }

    /** The roles that come to something else by the change, and those that its policies are for. */
    private Set<String> touchedRoles() {
        Set<String> roles = new HashSet<>();
        for (String role : touched.roles()) {
            if (!sameAccess(without.role(role), with.role(role))) {
                roles.add(role);
            }
        }
        policies.forEach(policy -> roles.addAll(policy.roles()));
        return roles;
    }

    private static boolean sameAccess(Optional<RoleFacts> one, Optional<RoleFacts> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(role -> other.map(role::givesTheSameAs)).orElse(true);
    }
}
