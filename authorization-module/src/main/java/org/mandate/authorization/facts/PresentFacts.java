package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;

/** The facts of now in the shapes that changes to them need. */
final class PresentFacts implements Holders, ResourceFacts, AccessState {

    private static final Set<String> LIVING_HERE = Set.of(SubjectId.USER, "posts");

    private final FactsReader reader;

    PresentFacts(FactsReader reader) {
        this.reader = reader;
    }

    @Override
    public List<SubjectId> subjectsAssigned(String role) {
        return reader.now().subjectsAssigned(role);
    }

    @Override
    public List<String> rolesInheriting(String role) {
        return rolesThat(other -> other.inherits().contains(role));
    }

    @Override
    public List<String> rolesHolding(String permission) {
        return rolesThat(role -> role.permissions().contains(permission));
    }

    @Override
    public Optional<Map<String, Object>> attributes(String type, String id) {
        return reader.now().attributes(type, id);
    }

    @Override
    public boolean knows(SubjectId subject) {
        return reader.now().standing(subject) != Standing.UNKNOWN;
    }

    @Override
    public boolean maySingleOut(SubjectId subject, String type, String action) {
        Facts now = reader.now();
        return now.policiesOn(type).stream()
                        .anyMatch(policy -> policy.effect() == PolicyFacts.Effect.ALLOW && policy.speaksOf(action))
                || now.assignments(subject).stream()
                        .anyMatch(assignment -> assignment
                                .terms()
                                .resource()
                                .filter(one -> one.type().equals(type))
                                .isPresent());
    }

    @Override
    public Map<String, String> permissions() {
        Facts now = reader.now();
        return now.permissions().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> now.permission(name).orElse(""), (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, RoleDefined> roles() {
        return reader.now().roles().stream()
                .collect(
                        Collectors.toMap(RoleFacts::name, PresentFacts::definition, (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, PolicyDefined> policies() {
        return reader.now().policies().stream()
                .collect(Collectors.toMap(PolicyFacts::id, PolicyFacts::definition, (one, other) -> one, TreeMap::new));
    }

    @Override
    public Map<String, ConstraintDefined> constraints() {
        return reader.now().constraints().stream()
                .map(one -> new ConstraintDefined(
                        one.id(), one.roles().stream().sorted().toList(), one.max()))
                .collect(Collectors.toMap(
                        ConstraintDefined::constraintId, each -> each, (one, other) -> one, TreeMap::new));
    }

    @Override
    public Collection<EntityDescribed> entities() {
        Facts now = reader.now();
        FactBase base = reader.base();
        return base.resources.types().stream()
                .filter(type -> !LIVING_HERE.contains(type))
                .flatMap(type -> base.resources.ids(type).stream()
                        .flatMap(id -> now.attributes(type, id).stream()
                                .map(attributes -> new EntityDescribed(type, id, attributes))))
                .sorted(Comparator.comparing(EntityDescribed::entityType).thenComparing(EntityDescribed::entityId))
                .toList();
    }

    @Override
    public List<RoleAssigned> assignments(SubjectId subject) {
        return reader.now().assignments(subject).stream()
                .map(assignment -> given(subject, assignment))
                .toList();
    }

    @Override
    public Collection<SubjectId> holders() {
        Facts now = reader.now();
        return reader.base()
                .subjects
                .subjects()
                .filter(subject -> !now.assignments(subject).isEmpty())
                .sorted(Comparator.comparing(SubjectId::type).thenComparing(SubjectId::id))
                .toList();
    }

    @Override
    public boolean mayHoldRoles(SubjectId subject) {
        return knows(subject);
    }

    private List<String> rolesThat(Predicate<RoleFacts> match) {
        return reader.now().roles().stream()
                .filter(match)
                .map(RoleFacts::name)
                .sorted()
                .toList();
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
