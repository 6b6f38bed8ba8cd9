package org.mandate.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.facts.AccessState;
import org.mandate.identity.user.FindUsers;
import org.mandate.identity.user.UserPage;
import org.mandate.identity.user.UserView;
import org.springframework.stereotype.Component;

/** Tells the whole access model as a catalogue. */
@Component
class CatalogueExport {

    private static final int PAGE = 1_000;
    private static final String POSTS = "posts";

    private final AccessState state;
    private final QueryGateway queries;

    CatalogueExport(AccessState state, QueryGateway queries) {
        this.state = state;
        this.queries = queries;
    }

    @QueryHandler
    Catalogue handle(ExportCatalogue query) {
        List<PermissionEntry> permissions = state.permissions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new PermissionEntry(each.getKey(), Optional.of(each.getValue())))
                .toList();
        List<RoleEntry> roles = state.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .map(role -> new RoleEntry(
                        role.role(), Optional.of(role.description()), role.permissions(), role.inherits()))
                .toList();
        List<SubjectEntry> subjects = new ArrayList<>();
        addUsers(subjects);
        addOthers(subjects);
        return new Catalogue(permissions, roles, subjects, entities(subjects), policies(), constraints());
    }

    /** Those that stand beside the subjects: what is told of a subject is not told again. */
    private List<EntityEntry> entities(List<SubjectEntry> subjects) {
        Set<SubjectId> told = subjects.stream()
                .filter(subject -> subject.attributes().isPresent())
                .map(subject -> new SubjectId(subject.type(), subject.id().orElseThrow()))
                .collect(Collectors.toSet());
        return state.entities().stream()
                .filter(entity -> !told.contains(new SubjectId(entity.entityType(), entity.entityId())))
                .map(entity -> new EntityEntry(entity.entityType(), entity.entityId(), entity.attributes()))
                .toList();
    }

    private List<PolicyEntry> policies() {
        return state.policies().values().stream()
                .map(policy -> new PolicyEntry(
                        policy.policyId(),
                        Optional.of(policy.description()),
                        policy.effect(),
                        policy.resourceType(),
                        policy.actions(),
                        policy.roles(),
                        Optional.ofNullable(policy.condition())))
                .toList();
    }

    private List<ConstraintEntry> constraints() {
        return state.constraints().values().stream()
                .map(one -> new ConstraintEntry(Optional.of(one.constraintId()), one.roles(), one.max()))
                .toList();
    }

    private void addUsers(List<SubjectEntry> subjects) {
        Optional<String> cursor = Optional.empty();
        do {
            var question = new FindUsers(Optional.empty(), Optional.empty(), Optional.empty(), PAGE, cursor);
            UserPage page = queries.query(question, ResponseTypes.instanceOf(UserPage.class))
                    .join();
            page.items().forEach(user -> subjects.add(entry(user)));
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** A catalogue cannot say that a user is inactive and so denied everything; without roles the answers are the same. */
    private SubjectEntry entry(UserView user) {
        return new SubjectEntry(
                SubjectId.USER,
                Optional.of(user.id().value()),
                Optional.of(user.username()),
                Optional.of(user.email()).filter(email -> !email.isEmpty()),
                Optional.of(user.attributes()),
                user.active() ? grants(SubjectId.user(user.id().value())) : List.of());
    }

    private void addOthers(List<SubjectEntry> subjects) {
        state.holders().stream()
                .filter(subject -> !subject.type().equals(SubjectId.USER))
                .map(subject -> new SubjectEntry(
                        subject.type(),
                        Optional.of(subject.id()),
                        Optional.empty(),
                        Optional.empty(),
                        subject.type().equals(POSTS)
                                ? Optional.empty()
                                : state.attributes(subject.type(), subject.id()),
                        grants(subject)))
                .forEach(subjects::add);
    }

    private List<Grant> grants(SubjectId subject) {
        return state.assignments(subject).stream()
                .map(given -> new Grant(given.role(), TermsEvents.terms(given)))
                .toList();
    }
}
