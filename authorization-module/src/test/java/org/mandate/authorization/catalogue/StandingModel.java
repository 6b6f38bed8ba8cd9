package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.facts.AccessState;

/** What stands where a catalogue comes to, as a test has it. */
final class StandingModel implements AccessState {

    final Map<String, String> permissions = new HashMap<>();
    final Map<String, RoleDefined> roles = new HashMap<>();
    final List<RoleAssigned> assignments = new ArrayList<>();
    final Map<String, PolicyDefined> policies = new HashMap<>();
    final Map<String, ConstraintDefined> constraints = new HashMap<>();
    final List<EntityDescribed> entities = new ArrayList<>();

    @Override
    public Map<String, String> permissions() {
        return permissions;
    }

    @Override
    public Map<String, RoleDefined> roles() {
        return roles;
    }

    @Override
    public List<RoleAssigned> assignments(SubjectId subject) {
        return assignments.stream()
                .filter(each -> each.subjectId().equals(subject.id()))
                .toList();
    }

    @Override
    public Map<String, PolicyDefined> policies() {
        return policies;
    }

    @Override
    public Map<String, ConstraintDefined> constraints() {
        return constraints;
    }

    @Override
    public Optional<Map<String, Object>> attributes(String type, String id) {
        return entities().stream()
                .filter(each ->
                        each.entityType().equals(type) && each.entityId().equals(id))
                .map(EntityDescribed::attributes)
                .findFirst();
    }

    @Override
    public Collection<EntityDescribed> entities() {
        return entities;
    }

    @Override
    public Collection<SubjectId> holders() {
        return List.of();
    }

    @Override
    public boolean mayHoldRoles(SubjectId subject) {
        return true;
    }
}
