package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mandate.authorization.SubjectId;
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
        return model().permissions();
    }

    @Override
    public Map<String, RoleDefined> roles() {
        return model().roles();
    }

    @Override
    public Map<String, PolicyDefined> policies() {
        return model().policies();
    }

    @Override
    public Map<String, ConstraintDefined> constraints() {
        return model().constraints();
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
        return model().assignments(subject);
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
        return model().mayHoldRoles(subject);
    }

    private List<String> rolesThat(Predicate<RoleFacts> match) {
        return reader.now().roles().stream()
                .filter(match)
                .map(RoleFacts::name)
                .sorted()
                .toList();
    }

    private AccessModel model() {
        return new FactsModel(reader.now());
    }
}
