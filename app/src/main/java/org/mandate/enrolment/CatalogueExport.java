package org.mandate.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
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
        return new Catalogue(permissions, roles, subjects);
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
                        Optional.empty(),
                        grants(subject)))
                .forEach(subjects::add);
    }

    private List<Grant> grants(SubjectId subject) {
        return state.assignments(subject).stream()
                .map(given -> new Grant(given.role(), TermsEvents.terms(given)))
                .toList();
    }
}
