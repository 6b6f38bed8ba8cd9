package org.mandate.authorization.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;

/** The access model that the facts of one position, or of a branch, come to. */
public record FactsModel(Facts facts) implements AccessModel {

    @Override
    public Map<String, String> permissions() {
        return facts.permissions().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> facts.permission(name).orElse(""), (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, RoleDefined> roles() {
        return facts.roles().stream()
                .collect(Collectors.toMap(RoleFacts::name, FactsModel::definition, (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, PolicyDefined> policies() {
        return facts.policies().stream()
                .collect(Collectors.toMap(PolicyFacts::id, PolicyFacts::definition, (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, ConstraintDefined> constraints() {
        return facts.constraints().stream()
                .map(one -> new ConstraintDefined(
                        one.id(), one.roles().stream().sorted().toList(), one.max()))
                .collect(Collectors.toMap(
                        ConstraintDefined::constraintId, each -> each, (one, other) -> one, TreeMap::new));
    }

    @Override
    public List<RoleAssigned> assignments(SubjectId subject) {
        return facts.assignments(subject).stream()
                .map(assignment -> given(subject, assignment))
                .toList();
    }

    @Override
    public Optional<Map<String, Object>> attributes(String type, String id) {
        return facts.attributes(type, id);
    }

    @Override
    public boolean mayHoldRoles(SubjectId subject) {
        return facts.standing(subject) != Standing.UNKNOWN;
    }

    private static RoleDefined definition(RoleFacts role) {
        return new RoleDefined(
                role.name(),
                role.description(),
                role.permissions().stream().sorted().toList(),
                role.inherits().stream().sorted().toList());
    }

    private static RoleAssigned given(SubjectId subject, Assignment assignment) {
        Terms terms = assignment.terms();
        return new RoleAssigned(
                assignment.id(),
                subject.type(),
                subject.id(),
                assignment.role(),
                terms.validFrom().orElse(null),
                terms.validUntil().orElse(null),
                terms.networks(),
                terms.resource().map(Terms.Target::type).orElse(null),
                terms.resource().map(Terms.Target::id).orElse(null),
                terms.reason().orElse(null),
                assignment.grantedBy());
    }
}
