package org.mandate.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.simulation.Manner;
import org.mandate.authorization.simulation.Standpoint;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserImport;

/** Whom the subjects of a proposed change mean. What importing the users among them would be refused for is refused here. */
final class ProposedSubjects {

    private final UserImport users;
    private final AccessState state;
    private final Standpoint here;
    private final Map<String, SubjectId> named = new HashMap<>();

    /** @param here what the change is made on whose subjects are asked for */
    ProposedSubjects(UserImport users, AccessState state, Standpoint here) {
        this.users = users;
        this.state = state;
        this.here = here;
    }

    /** @param standing whether the change is laid over what stands now, and nothing before it */
    List<Optional<SubjectId>> of(ProposedChange change, boolean standing, CatalogueFindings findings) {
        List<SubjectEntry> entries = change.catalogue().subjects();
        if (!change.removes()) {
            refuse(entries, standing, findings);
        }
        Map<String, UserId> known = users.idsOf(entries.stream()
                .filter(entry -> entry.isUser() && entry.id().isEmpty())
                .flatMap(entry -> entry.username().stream())
                .toList());
        List<Optional<SubjectId>> subjects = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            Optional<SubjectId> subject = entry.isUser()
                    ? user(entry, known, change.manner())
                    : entry.id().map(id -> new SubjectId(entry.type(), id));
            if (subject.isEmpty()) {
                findings.add("subjects[" + i + "]", "there is no such user");
            } else if (!standing && !change.removes() && here.gone(subject.get())) {
                findings.add(
                        "subjects[" + i + "].id",
                        "is the id of a user who is removed by then, and such an id never comes back: leave it out");
            }
            subjects.add(subject);
        }
        return subjects;
    }

    /** Names never change, so who is known now is asked about at any moment; of others, what stands now says nothing there. */
    private void refuse(List<SubjectEntry> entries, boolean standing, CatalogueFindings findings) {
        List<Integer> places = new ArrayList<>();
        List<UserImport.Entry> asked = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            boolean named = entry.isUser() && entry.username().isPresent();
            if (named && findings.sound("subjects[" + i + "].id") && (standing || known(entry))) {
                places.add(i);
                asked.add(new UserImport.Entry(
                        entry.id().map(UserId::new), entry.username().get(), entry.email(), entry.attributes()));
            }
        }
        users.plan(asked)
                .faults()
                .forEach(fault ->
                        findings.add("subjects[" + places.get(fault.index()) + "]." + fault.field(), fault.message()));
    }

    private boolean known(SubjectEntry entry) {
        return entry.id().map(SubjectId::user).filter(state::mayHoldRoles).isPresent();
    }

    /** An id is enough for a user who is known; one who is not comes into being with a username, as an import has it. */
    private Optional<SubjectId> user(SubjectEntry entry, Map<String, UserId> known, Manner manner) {
        if (entry.id().isPresent()) {
            SubjectId subject = SubjectId.user(entry.id().get());
            if (created(entry, manner)) {
                named.put(entry.username().get(), subject);
                return Optional.of(subject);
            }
            boolean exists = manner == Manner.REMOVE || here.model().mayHoldRoles(subject);
            return exists ? Optional.of(subject) : Optional.empty();
        }
        return entry.username().flatMap(name -> called(name, known, manner));
    }

    /** Who has the name, or has got it from a change before; a user who is gone leaves it to another. */
    private Optional<SubjectId> called(String name, Map<String, UserId> known, Manner manner) {
        Optional<SubjectId> found = Optional.ofNullable(named.get(name))
                .or(() -> Optional.ofNullable(known.get(name)).map(user -> SubjectId.user(user.value())))
                .filter(user -> mayBeMeant(user, manner));
        if (found.isPresent() || manner != Manner.PUT) {
            return found;
        }
        SubjectId newcomer = SubjectId.user(UUID.randomUUID().toString());
        named.put(name, newcomer);
        return Optional.of(newcomer);
    }

    private boolean mayBeMeant(SubjectId user, Manner manner) {
        return switch (manner) {
            case PUT -> !here.gone(user);
            case ADD -> here.model().mayHoldRoles(user);
            case REMOVE -> true;
        };
    }

    private static boolean created(SubjectEntry entry, Manner manner) {
        return manner == Manner.PUT && entry.username().isPresent();
    }
}
