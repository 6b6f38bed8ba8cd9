package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/** A base, looked at from one position. */
record FactsAt(FactBase base, long position) implements Facts {

    @Override
    public Standing standing(SubjectId subject) {
        return standing(subject, history(subject));
    }

    Standing standing(SubjectId subject, long @Nullable [] history) {
        if (!subject.type().equals(SubjectId.USER)) {
            return Standing.ACTIVE;
        }
        Standing standing = history == null ? null : SubjectHistory.standing(history, position);
        return standing == null ? Standing.UNKNOWN : standing;
    }

    long @Nullable [] history(SubjectId subject) {
        return base.subjects.get(subject);
    }

    @Override
    public List<Assignment> assignments(SubjectId subject) {
        long[] history = history(subject);
        if (history == null) {
            return List.of();
        }
        List<Assignment> stood = new ArrayList<>();
        int begun = SubjectHistory.size(history, position);
        for (int i = 0; i < begun; i++) {
            if (SubjectHistory.stoodAt(history, i, position)) {
                stood.add(assignment(history, i));
            }
        }
        return Collections.unmodifiableList(stood);
    }

    Assignment assignment(long[] history, int index) {
        Handle id = SubjectHistory.id(history, index);
        return new Assignment(
                id.named() ? base.assignmentIds.at((int) id.low()) : new UUID(id.high(), id.low()).toString(),
                base.roles.name(SubjectHistory.role(history, index)),
                SubjectHistory.from(history, index),
                SubjectHistory.to(history, index),
                base.limits.at(SubjectHistory.limits(history, index)),
                base.givers.at(SubjectHistory.giver(history, index)),
                SubjectHistory.givenAt(history, index));
    }

    @Override
    public Optional<RoleFacts> role(String name) {
        Timeline<RoleFacts> timeline = base.roles.get(name);
        return timeline == null ? Optional.empty() : Optional.ofNullable(timeline.at(position));
    }

    @Nullable
    RoleFacts role(int number) {
        Timeline<RoleFacts> timeline = base.roles.get(number);
        return timeline == null ? null : timeline.at(position);
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
        return Optional.ofNullable(known(resourceType, resourceId));
    }

    @Override
    public @Nullable Map<String, Object> known(String resourceType, String resourceId) {
        Timeline<Map<String, Object>> timeline = base.resources.get(resourceType, resourceId);
        return timeline == null ? null : timeline.at(position);
    }

    @Override
    public Collection<String> resources(String type) {
        return base.resources.ids(type).stream()
                .filter(id -> attributes(type, id).isPresent())
                .toList();
    }

    @Override
    public Collection<SubjectId> subjects(String type) {
        Stream<SubjectId> holders =
                base.subjects.subjects().filter(subject -> subject.type().equals(type));
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
    public List<String> subjects(String type, Stretch stretch) {
        boolean users = type.equals(SubjectId.USER);
        SubjectStretch found = new SubjectStretch(
                stretch,
                type,
                base.subjects,
                subject -> users
                        ? standing(subject) != Standing.UNKNOWN
                        : !assignments(subject).isEmpty());
        base.subjects.forEach(found::offer);
        return users ? found.ids() : stretch.of(Stream.concat(found.ids().stream(), resources(type, stretch).stream()));
    }

    @Override
    public List<String> resources(String type, Stretch stretch) {
        return stretch.of(
                base.resources.ids(type).stream(), id -> attributes(type, id).isPresent());
    }

    @Override
    public Collection<PolicyFacts> policies() {
        return base.policies.all(position);
    }

    @Override
    public Optional<PolicyFacts> policy(String id) {
        PolicyHistory history = base.policies.get(id);
        return history == null ? Optional.empty() : Optional.ofNullable(history.at(position));
    }

    @Override
    public List<PolicyFacts> policiesOn(String resourceType) {
        return base.policies.on(resourceType, position);
    }

    @Override
    public List<PolicyFacts> policiesOn(String resourceType, String action) {
        return base.policies.on(resourceType, action, position);
    }

    @Override
    public Collection<ConstraintFacts> constraints() {
        Timeline<Map<String, ConstraintFacts>> timeline = base.constraints.get(FactBase.ALL);
        Map<String, ConstraintFacts> all = timeline == null ? null : timeline.at(position);
        return all == null ? List.of() : all.values();
    }

    @Override
    public List<SubjectId> subjectsAssigned(String role) {
        int number = base.roles.number(role);
        return base.subjects
                .members(role)
                .filter(subject -> holds(base.subjects.get(subject), number))
                .toList();
    }

    @Override
    public List<String> subjectsAssigned(String role, String type, Stretch stretch) {
        int number = base.roles.number(role);
        SubjectStretch found =
                new SubjectStretch(stretch, type, base.subjects, subject -> holds(base.subjects.get(subject), number));
        base.subjects.forEachMember(role, found::offer);
        return found.ids();
    }

    private boolean holds(long @Nullable [] history, int role) {
        if (history == null) {
            return false;
        }
        for (int i = 0; i < SubjectHistory.size(history); i++) {
            if (SubjectHistory.role(history, i) == role && SubjectHistory.stoodAt(history, i, position)) {
                return true;
            }
        }
        return false;
    }
}
