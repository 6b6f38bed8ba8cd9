package org.mandate.authorization.change;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.point.Naming;

/**
 * Finds when an answer turned. Looked at is every moment at which facts changed that the question rests on; where a condition
 * looks at the time, also the instants that it names, and between two moments whose answers differ the turn is sought.
 */
final class Turns {

    private static final Pattern INSTANT = Pattern.compile("timestamp\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Duration PRECISION = Duration.of(1, ChronoUnit.MICROS);

    private final PastFacts past;
    private final PastChanges changes;
    private final Naming naming;
    private final AccessRequest request;
    private final Moment from;
    private final Moment to;
    private final List<Turn> turns = new ArrayList<>();
    private boolean answer;

    Turns(PastFacts past, PastChanges changes, Naming naming, AccessRequest request, Moment from, Moment to) {
        this.past = past;
        this.changes = changes;
        this.naming = naming;
        this.request = request;
        this.from = from;
        this.to = to;
        this.answer = allows(from.facts(), from.instant());
    }

    /** A step from which on the answer was another. */
    record Turn(Step step, boolean allowed) {}

    boolean initially() {
        return allows(from.facts(), from.instant());
    }

    /** Whether no condition looks at the time. */
    boolean complete() {
        return timed().isEmpty();
    }

    /** All turns that were found, oldest first. */
    List<Turn> all() {
        Set<Condition> timed = timed();
        Resource resource = request.resource();
        Steps steps = new Steps(past, changes, from, to)
                .of(request.subject())
                .and(changes.ofResource(resource.type(), resource.id()))
                .and(policyChanges())
                .and(named(timed));
        Instant looked = from.instant();
        for (Step step : steps.ordered()) {
            if (!timed.isEmpty()) {
                drift(steps.found(step), looked, step.isBorder() ? step.at().minus(PRECISION) : step.at());
            }
            note(step, allows(steps.after(step), step.at()));
            looked = step.at();
        }
        if (!timed.isEmpty()) {
            drift(to.facts(), looked, to.instant());
        }
        return turns;
    }

    private void note(Step step, boolean allowed) {
        if (allowed != answer) {
            answer = allowed;
            turns.add(new Turn(step, allowed));
        }
    }

    /** Time alone turned the answer somewhere between: the facts are the same, so it is sought by halves. */
    private void drift(Facts facts, Instant since, Instant until) {
        if (!until.isAfter(since) || allows(facts, until) == answer) {
            return;
        }
        Instant same = since;
        Instant other = until;
        while (Duration.between(same, other).compareTo(PRECISION) > 0) {
            Instant middle =
                    same.plus(Duration.between(same, other).dividedBy(2)).truncatedTo(ChronoUnit.MICROS);
            Instant half = middle.isAfter(same) ? middle : same.plus(PRECISION);
            if (allows(facts, half) == answer) {
                same = half;
            } else {
                other = half;
            }
        }
        note(Step.border(other), !answer);
    }

    private boolean allows(Facts facts, Instant instant) {
        return Decider.decide(facts, naming.named(request, facts), instant).allowed();
    }

    /** Where the policies on the type of resource changed. */
    private LongStream policyChanges() {
        String type = request.resource().type();
        return changes.ofPolicies()
                .filter(position -> position > from.position() && position <= to.position())
                .filter(position -> !past.at(position)
                        .policiesOn(type)
                        .equals(past.at(position - 1).policiesOn(type)));
    }

    /** The conditions in the stretch that look at the time. */
    private Set<Condition> timed() {
        Set<Condition> timed = new HashSet<>();
        LongStream.concat(LongStream.of(from.position()), policyChanges())
                .forEach(position -> past
                        .at(position)
                        .policiesOn(request.resource().type())
                        .stream()
                        .filter(policy -> policy.speaksOf(request.action().name()))
                        .flatMap(policy -> policy.condition().stream())
                        .filter(condition -> condition.maySpeakOf("now"))
                        .forEach(timed::add));
        return timed;
    }

    private static Set<Instant> named(Set<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition ->
                        INSTANT.matcher(condition.source()).results().map(found -> found.group(1)))
                .flatMap(text -> instant(text).stream())
                .collect(Collectors.toSet());
    }

    private static List<Instant> instant(String text) {
        try {
            return List.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException notAnInstant) {
            return List.of();
        }
    }
}
