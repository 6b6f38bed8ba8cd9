package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;

/** A base, looked at from one position. */
record FactsAt(FactBase base, long position) implements Facts {

    @Override
    public Standing standing(SubjectId subject) {
        if (!subject.type().equals(SubjectId.USER)) {
            return Standing.ACTIVE;
        }
        SubjectHistory history = base.subjects.get(subject);
        Standing standing = history == null ? null : history.standing().at(position);
        return standing == null ? Standing.UNKNOWN : standing;
    }

    @Override
    public List<Assignment> assignments(SubjectId subject) {
        SubjectHistory history = base.subjects.get(subject);
        if (history == null) {
            return List.of();
        }
        for (Assignment assignment : history.assignments()) {
            if (!assignment.stoodAt(position)) {
                return history.assignments().stream()
                        .filter(one -> one.stoodAt(position))
                        .toList();
            }
        }
        return history.assignments();
    }

    @Override
    public Optional<RoleFacts> role(String name) {
        Timeline<RoleFacts> timeline = base.roles.get(name);
        return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.at(position));
    }

    @Override
    public Collection<RoleFacts> roles() {
        return base.roles.keys().stream()
                .map(this::role)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<String> permission(String name) {
        Timeline<String> timeline = base.permissions.get(name);
        return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.at(position));
    }

    @Override
    public Set<String> permissions() {
        return base.permissions.keys().stream()
                .filter(name -> permission(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Map<String, Object>> attributes(String resourceType, String resourceId) {
        Timeline<Map<String, Object>> timeline = base.resources.get(new FactBase.ResourceKey(resourceType, resourceId));
        return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.at(position));
    }

    @Override
    public Collection<String> resources(String type) {
        return base.resourceIds.get(type).stream()
                .filter(id -> attributes(type, id).isPresent())
                .toList();
    }

    @Override
    public Collection<SubjectId> subjects(String type) {
        Stream<SubjectId> holders =
                base.subjects.keys().stream().filter(subject -> subject.type().equals(type));
        if (type.equals(SubjectId.USER)) {
            return holders.filter(subject -> standing(subject) != Standing.UNKNOWN)
                    .toList();
        }
        Stream<SubjectId> described = resources(type).stream().map(id -> new SubjectId(type, id));
        return Stream.concat(holders.filter(subject -> !assignments(subject).isEmpty()), described)
                .distinct()
                .toList();
    }

    @Override
    public Collection<PolicyFacts> policies() {
        return policySet().all();
    }

    @Override
    public List<PolicyFacts> policiesOn(String resourceType) {
        return policySet().on(resourceType);
    }

    private PolicySet policySet() {
        Timeline<PolicySet> timeline = base.policies.get(FactBase.ALL);
        PolicySet set = timeline == null ? null : timeline.at(position);
        return set == null ? PolicySet.NONE : set;
    }

    @Override
    public Collection<ConstraintFacts> constraints() {
        Timeline<Map<String, ConstraintFacts>> timeline = base.constraints.get(FactBase.ALL);
        Map<String, ConstraintFacts> all = timeline == null ? null : timeline.at(position);
        return all == null ? List.of() : all.values();
    }

    @Override
    public List<SubjectId> subjectsAssigned(String role) {
        return base.members.get(role).stream()
                .filter(subject ->
                        assignments(subject).stream().anyMatch(one -> one.role().equals(role)))
                .toList();
    }
}
