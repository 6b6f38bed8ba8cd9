package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastChanges.Version;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.Moment;

/**
 * The moments, after one and up to another, at which what a subject can do may have changed. Between two of them nothing that
 * concerns the subject changed, except what conditions make of the time.
 */
final class Steps {

    private final PastFacts past;
    private final PastChanges changes;
    private final Moment from;
    private final Moment to;
    private final Map<Long, Boolean> positions = new TreeMap<>();
    private final Map<Instant, Step> borders = new HashMap<>();

    Steps(PastFacts past, PastChanges changes, Moment from, Moment to) {
        this.past = past;
        this.changes = changes;
        this.from = from;
        this.to = to;
    }

    /** What happened to the subject itself, to the roles that it held while it held them, and the borders of validities. */
    Steps of(SubjectId subject) {
        add(changes.ofSubject(subject), true);
        List<Assignment> held = changes.everHeld(subject);
        held.forEach(this::addBorders);
        Map<String, List<Assignment>> byRole = new HashMap<>();
        held.forEach(one ->
                byRole.computeIfAbsent(one.role(), any -> new ArrayList<>()).add(one));
        byRole.forEach((role, assignments) -> add(
                changes.ofRole(role).filter(position -> assignments.stream().anyMatch(one -> stood(one, position))),
                false));
        return this;
    }

    /** What happened to the catalogue, where a role that the subject held stood for more than it named. */
    Steps ofCatalogueAsHeldBy(SubjectId subject) {
        Set<String> roles = new HashSet<>();
        changes.everHeld(subject).forEach(one -> roles.add(one.role()));
        boolean open =
                roles.stream().flatMap(role -> changes.versions(role).stream()).anyMatch(Steps::isOpen);
        return open ? and(changes.catalogue().keySet().stream().mapToLong(Long::longValue)) : this;
    }

    /** Other positions that may matter. */
    Steps and(LongStream more) {
        add(more, false);
        return this;
    }

    /** Other instants that may matter. */
    Steps and(Collection<Instant> more) {
        more.forEach(instant -> border(instant, step -> {}));
        return this;
    }

    List<Step> ordered() {
        List<Step> steps = new ArrayList<>(borders.values());
        positions.forEach((position, direct) -> steps.add(Step.event(position, past.recordedAt(position), direct)));
        steps.sort(null);
        return steps;
    }

    /** The facts that a step leaves. */
    Facts after(Step step) {
        return past.at(step.isBorder() ? before(step.at()) : step.position());
    }

    /** The facts that a step finds. */
    Facts found(Step step) {
        return past.at(step.isBorder() ? before(step.at()) : step.position() - 1);
    }

    private static boolean isOpen(Version<RoleFacts> version) {
        RoleFacts role = version.value();
        return role != null && role.grants().standForMore();
    }

    private void add(LongStream more, boolean direct) {
        more.filter(position -> position > from.position() && position <= to.position())
                .forEach(position -> positions.merge(position, direct, Boolean::logicalOr));
    }

    private static boolean stood(Assignment assignment, long position) {
        return assignment.from() <= position && position < assignment.to();
    }

    private void addBorders(Assignment assignment) {
        assignment
                .terms()
                .validFrom()
                .filter(at -> stood(assignment, at))
                .ifPresent(at -> border(at, step -> step.began().add(assignment)));
        assignment
                .terms()
                .validUntil()
                .filter(at -> stood(assignment, at))
                .ifPresent(at -> border(at, step -> step.ended().add(assignment)));
    }

    private boolean stood(Assignment assignment, Instant border) {
        return stood(assignment, before(border));
    }

    private void border(Instant at, Consumer<Step> note) {
        if (at.isAfter(from.instant()) && !at.isAfter(to.instant())) {
            note.accept(borders.computeIfAbsent(at, Step::border));
        }
    }

    /** The position of the last event before the instant: those of the instant itself come after what time does. */
    private long before(Instant instant) {
        Instant earlier = instant.minusNanos(1);
        return Math.min(to.position(), earlier.isBefore(Instant.EPOCH) ? 0 : past.positionAt(earlier));
    }
}
