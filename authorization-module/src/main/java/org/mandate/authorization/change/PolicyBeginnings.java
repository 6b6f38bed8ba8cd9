package org.mandate.authorization.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;

/**
 * Since when a policy allows somebody something: it became so when the policy changed, or the subject, or a role through which it
 * favours them.
 */
final class PolicyBeginnings {

    private final PastFacts past;
    private final PastChanges changes;
    private final SubjectId subject;
    private final Moment moment;

    /** A moment at which it may have become so: an event, or a border of the validity of an assignment. */
    private record Point(Instant at, long position, Optional<Assignment> border) {

        private static final Comparator<Point> ORDER =
                Comparator.comparing(Point::at).thenComparing(Point::position);

        Began began(PastFacts past) {
            return border.map(given -> new Began(at, 0, given.grantedBy())).orElseGet(() -> Began.with(position, past));
        }
    }

    PolicyBeginnings(PastFacts past, PastChanges changes, SubjectId subject, Moment moment) {
        this.past = past;
        this.changes = changes;
        this.subject = subject;
        this.moment = moment;
    }

    Map<String, Began> through(String policy, Set<String> names) {
        Map<String, Began> began = new HashMap<>();
        Set<String> pending = new HashSet<>(names);
        List<Point> points = points(policy);
        Instant until = moment.instant();
        for (int i = points.size() - 1; i >= 0 && !pending.isEmpty(); i--) {
            Point point = points.get(i);
            Instant known = until;
            pending.removeIf(name -> {
                boolean begins = !allows(before(point), policy, name);
                if (begins) {
                    began.put(name, began(point, known, policy, name));
                }
                return begins;
            });
            until = point.at();
        }
        return began;
    }

    private Moment before(Point point) {
        if (point.border().isEmpty()) {
            return new Moment(past.at(point.position() - 1), point.at());
        }
        return at(point.at().minus(1, ChronoUnit.MICROS));
    }

    private Moment at(Instant instant) {
        return new Moment(past.at(Math.min(moment.position(), past.positionAt(instant))), instant);
    }

    private boolean allows(Moment then, String policy, String name) {
        return Effective.allows(then.facts(), then.instant(), subject, policy, name);
    }

    /** At the point, or between it and the next one: then a condition that looks at the time turned. */
    private Began began(Point point, Instant until, String policy, String name) {
        Moment after = point.border().isPresent() ? at(point.at()) : new Moment(past.at(point.position()), point.at());
        if (allows(after, policy, name)) {
            return point.began(past);
        }
        Instant low = point.at();
        Instant high = until;
        while (low.plus(1, ChronoUnit.MICROS).isBefore(high)) {
            Instant middle = low.plus(ChronoUnit.MICROS.between(low, high) / 2, ChronoUnit.MICROS);
            if (allows(new Moment(after.facts(), middle), policy, name)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Began(high, point.position(), point.began(past).by());
    }

    private List<Point> points(String policy) {
        Set<Long> positions = new TreeSet<>();
        add(positions, changes.ofPolicy(policy));
        add(positions, changes.ofSubject(subject));
        List<Assignment> held = changes.everHeld(subject);
        held.stream().map(Assignment::role).distinct().forEach(role -> add(positions, changes.ofRole(role)));
        List<Point> points = new ArrayList<>();
        positions.forEach(position -> points.add(new Point(past.recordedAt(position), position, Optional.empty())));
        for (Assignment assignment : held) {
            assignment
                    .terms()
                    .validFrom()
                    .filter(at -> !at.isAfter(moment.instant()))
                    .ifPresent(at -> points.add(new Point(at, 0, Optional.of(assignment))));
        }
        points.sort(Point.ORDER);
        return points;
    }

    private void add(Set<Long> positions, LongStream more) {
        more.filter(position -> position <= moment.position()).forEach(positions::add);
    }
}
