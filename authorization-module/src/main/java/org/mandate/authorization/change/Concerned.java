package org.mandate.authorization.change;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.identity.event.UserEvent;

/**
 * Finds whom an event could give or take something: nobody else can do otherwise after it than before it. What a policy gives
 * to everybody it gives to subjects of other types, too, of whom nothing may be known: of them those are looked at that hold a
 * role.
 */
final class Concerned {

    private final Facts before;
    private final Facts after;

    Concerned(Facts before, Facts after) {
        this.before = before;
        this.after = after;
    }

    Set<SubjectId> by(Object event) {
        if (event instanceof AssignmentEvent given) {
            return Set.of(new SubjectId(given.subjectType(), given.subjectId()));
        }
        if (event instanceof UserEvent user) {
            return Set.of(SubjectId.user(user.userId()));
        }
        if (event instanceof RoleEvent role) {
            return holders(one -> one.roles().contains(role.role()));
        }
        if (event instanceof PermissionEvent) {
            return holders(one -> one.grants().standForMore());
        }
        if (event instanceof PolicyEvent policy) {
            return both().flatMap(facts -> facts.policy(policy.policyId()).stream())
                    .map(this::favoured)
                    .reduce(new HashSet<>(), Concerned::union);
        }
        return event instanceof EntityEvent entity ? ofEntity(entity) : Set.of();
    }

    private Set<SubjectId> ofEntity(EntityEvent entity) {
        Set<SubjectId> subjects = new HashSet<>(Set.of(new SubjectId(entity.entityType(), entity.entityId())));
        if (both().anyMatch(facts -> EntityEffects.matter(facts, entity.entityType()))) {
            subjects.addAll(after.subjects(SubjectId.USER));
        }
        return subjects;
    }

    private Set<SubjectId> favoured(PolicyFacts policy) {
        if (!policy.roles().isEmpty()) {
            return holders(role -> role.roles().stream().anyMatch(policy.roles()::contains));
        }
        Set<SubjectId> everybody = holders(role -> true);
        everybody.addAll(after.subjects(SubjectId.USER));
        return everybody;
    }

    private Set<SubjectId> holders(Predicate<RoleFacts> meant) {
        Set<SubjectId> holders = new HashSet<>();
        both().forEach(facts -> facts.roles().stream()
                .filter(meant)
                .forEach(role -> holders.addAll(facts.subjectsAssigned(role.name()))));
        return holders;
    }

    private Stream<Facts> both() {
        return Stream.of(before, after);
    }

    private static Set<SubjectId> union(Set<SubjectId> some, Set<SubjectId> others) {
        Set<SubjectId> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
