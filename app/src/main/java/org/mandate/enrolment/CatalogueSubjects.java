package org.mandate.enrolment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.catalogue.CataloguePlan;
import org.mandate.authorization.catalogue.Tally;
import org.mandate.authorization.facts.AccessState;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserRegistered;
import org.mandate.identity.user.UserImport;
import org.mandate.identity.user.UserImport.Fate;
import org.mandate.identity.user.UserImport.Planned;

/** Who the subjects of a catalogue are: the users among them as identity knows them or will. */
final class CatalogueSubjects {

    private final List<Subject> subjects;
    private final UserImport.Plan plan;

    /** One entry, with its user where it is one; neither identity nor user where it is faulty. */
    private record Subject(SubjectEntry entry, Optional<SubjectId> identity, Optional<Planned> user) {}

    private CatalogueSubjects(List<Subject> subjects, UserImport.Plan plan) {
        this.subjects = subjects;
        this.plan = plan;
    }

    /** Faults of users are added to the findings; what is wrong with the form of a subject leaves it without identity. */
    static CatalogueSubjects of(List<SubjectEntry> entries, UserImport users, CatalogueFindings findings) {
        List<Integer> places = new ArrayList<>();
        List<UserImport.Entry> asked = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            if (entry.isUser()) {
                int place = i;
                places.add(place);
                asked.add(new UserImport.Entry(
                        entry.id()
                                .filter(id -> findings.sound(path(place, "id")))
                                .map(UserId::new),
                        entry.username().orElse(""),
                        entry.email(),
                        entry.attributes()));
            }
        }
        UserImport.Plan plan = users.plan(asked);
        plan.faults().forEach(fault -> findings.add(path(places.get(fault.index()), fault.field()), fault.message()));
        return new CatalogueSubjects(joined(entries, plan, findings), plan);
    }

    private static List<Subject> joined(List<SubjectEntry> entries, UserImport.Plan plan, CatalogueFindings findings) {
        Set<Integer> faulty =
                plan.faults().stream().map(UserImport.Fault::index).collect(Collectors.toSet());
        Iterator<Planned> planned = plan.users().iterator();
        List<Subject> subjects = new ArrayList<>(entries.size());
        int user = 0;
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            if (!entry.isUser()) {
                boolean sound = findings.sound(path(i, "type")) && findings.sound(path(i, "id"));
                var identity = entry.id().filter(id -> sound).map(id -> new SubjectId(entry.type(), id));
                subjects.add(new Subject(entry, identity, Optional.empty()));
            } else if (faulty.contains(user++)) {
                subjects.add(new Subject(entry, Optional.empty(), Optional.empty()));
            } else {
                Planned each = planned.next();
                var identity = SubjectId.user(each.user().value());
                subjects.add(new Subject(entry, Optional.of(identity), Optional.of(each)));
            }
        }
        return subjects;
    }

    private static String path(int place, String member) {
        return "subjects[" + place + "]." + member;
    }

    List<Optional<SubjectId>> identities() {
        return subjects.stream().map(Subject::identity).toList();
    }

    UserImport.Plan plan() {
        return plan;
    }

    /** The users who do not exist yet, as facts will know them. */
    List<UserRegistered> newcomers() {
        return plan.users().stream()
                .filter(user -> user.fate() == Fate.CREATED)
                .map(user -> new UserRegistered(user.user().value(), "", Map.of()))
                .toList();
    }

    /** A subject counts as changed where it gains an assignment, too. */
    Tally tally(CataloguePlan access, AccessState before) {
        Tally tally = Tally.NONE;
        for (int i = 0; i < subjects.size(); i++) {
            boolean gains = access.gains(i);
            Subject subject = subjects.get(i);
            Fate fate = subject.user().map(Planned::fate).orElseGet(() -> foreign(subject, gains, before));
            if (fate == Fate.CREATED) {
                tally = tally.plusCreated();
            } else {
                tally = fate == Fate.CHANGED || gains ? tally.plusChanged() : tally.plusUnchanged();
            }
        }
        return tally;
    }

    /** A subject of another type comes into being with its first assignment or attributes. */
    private static Fate foreign(Subject subject, boolean gains, AccessState before) {
        boolean known = subject.identity()
                .map(identity -> !before.assignments(identity).isEmpty()
                        || before.attributes(identity.type(), identity.id()).isPresent())
                .orElse(false);
        return gains && !known ? Fate.CREATED : Fate.UNCHANGED;
    }
}
