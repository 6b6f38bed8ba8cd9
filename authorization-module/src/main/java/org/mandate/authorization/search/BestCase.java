package org.mandate.authorization.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.ConstraintFacts;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;

/**
 * The facts as if every condition on something unknown came out in its favour: those of policies that allow hold, those of
 * policies that deny do not.
 * @param variable what conditions call that which is unknown
 */
record BestCase(Facts facts, String variable) implements Facts {

    @Override
    public List<PolicyFacts> policiesOn(String resourceType) {
        return facts.policiesOn(resourceType).stream()
                .filter(policy -> policy.effect() == Effect.ALLOW || !isOpen(policy))
                .map(policy -> isOpen(policy) ? unconditional(policy) : policy)
                .toList();
    }

    private boolean isOpen(PolicyFacts policy) {
        return policy.condition()
                .filter(condition -> condition.maySpeakOf(variable))
                .isPresent();
    }

    private static PolicyFacts unconditional(PolicyFacts policy) {
        return new PolicyFacts(
                policy.id(),
                policy.description(),
                policy.effect(),
                policy.resourceType(),
                policy.actions(),
                policy.roles(),
                Optional.empty());
    }

    @Override
    public Facts ground() {
        return facts.ground();
    }

    @Override
    public long position() {
        return facts.position();
    }

    @Override
    public Standing standing(SubjectId subject) {
        return facts.standing(subject);
    }

    @Override
    public List<Assignment> assignments(SubjectId subject) {
        return facts.assignments(subject);
    }

    @Override
    public Optional<RoleFacts> role(String name) {
        return facts.role(name);
    }

    @Override
    public Collection<RoleFacts> roles() {
        return facts.roles();
    }

    @Override
    public Optional<String> permission(String name) {
        return facts.permission(name);
    }

    @Override
    public Set<String> permissions() {
        return facts.permissions();
    }

    @Override
    public Optional<Map<String, Object>> attributes(String resourceType, String resourceId) {
        return facts.attributes(resourceType, resourceId);
    }

    @Override
    public Collection<String> resources(String type) {
        return facts.resources(type);
    }

    @Override
    public Collection<SubjectId> subjects(String type) {
        return facts.subjects(type);
    }

    @Override
    public Collection<PolicyFacts> policies() {
        return facts.policies();
    }

    @Override
    public Collection<ConstraintFacts> constraints() {
        return facts.constraints();
    }

    @Override
    public List<SubjectId> subjectsAssigned(String role) {
        return facts.subjectsAssigned(role);
    }
}
