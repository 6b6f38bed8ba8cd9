package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.simulation.Reach.Difference;

/** Compares what subjects hold with what they would hold. Only those that a branch touches can differ. */
final class Reaches {

    private static final int MOST_LISTED = 1_000;
    private static final Comparator<SubjectId> ORDER =
            Comparator.comparing(SubjectId::type).thenComparing(SubjectId::id);

    private final Side before;
    private final Side after;

    private Reaches(Facts before, Facts after, Instant instant) {
        this.before = new Side(before, instant);
        this.after = new Side(after, instant);
    }

    static Reach of(Facts now, Branch branch, long position, Instant instant) {
        Facts would = branch.at(position);
        Set<SubjectId> subjects = new HashSet<>(branch.touchedSubjects());
        for (String role : branch.touchedRoles()) {
            if (!now.role(role).equals(would.role(role))) {
                subjects.addAll(now.subjectsAssigned(role));
                subjects.addAll(would.subjectsAssigned(role));
            }
        }
        return new Reaches(now, would, instant).compare(subjects);
    }

    private Reach compare(Set<SubjectId> subjects) {
        List<Difference> gain = new ArrayList<>();
        List<Difference> lose = new ArrayList<>();
        for (SubjectId subject : (Iterable<SubjectId>) subjects.stream().sorted(ORDER)::iterator) {
            Set<String> held = before.held(subject);
            Set<String> would = after.held(subject);
            note(gain, subject, would, held);
            note(lose, subject, held, would);
        }
        return new Reach(first(gain), first(lose), gain.size(), lose.size());
    }

    private static void note(List<Difference> differences, SubjectId subject, Set<String> these, Set<String> without) {
        if (these != without && !without.containsAll(these)) {
            List<String> permissions =
                    these.stream().filter(name -> !without.contains(name)).toList();
            differences.add(new Difference(subject, permissions));
        }
    }

    private static List<Difference> first(List<Difference> differences) {
        return List.copyOf(differences.subList(0, Math.min(MOST_LISTED, differences.size())));
    }

    /** What subjects hold on some facts, found once for each set of roles. */
    private static final class Side {

        private final Facts facts;
        private final Instant instant;
        private final Set<String> catalogue;
        private final Map<Set<String>, NavigableSet<String>> known = new HashMap<>();

        Side(Facts facts, Instant instant) {
            this.facts = facts;
            this.instant = instant;
            this.catalogue = facts.permissions();
        }

        Set<String> held(SubjectId subject) {
            if (facts.standing(subject) != Standing.ACTIVE) {
                return Set.of();
            }
            Set<String> roles = new TreeSet<>();
            for (Assignment assignment : facts.assignments(subject)) {
                if (assignment.validAt(instant)) {
                    roles.add(assignment.role());
                }
            }
            return known.computeIfAbsent(roles, this::permissions);
        }

        private NavigableSet<String> permissions(Set<String> roles) {
            NavigableSet<String> permissions = new TreeSet<>();
            Stream<RoleFacts> standing = roles.stream().flatMap(role -> facts.role(role).stream());
            standing.forEach(role -> permissions.addAll(role.grants().names(catalogue)));
            return permissions;
        }
    }
}
