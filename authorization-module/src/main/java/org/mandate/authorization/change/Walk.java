package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Drift.Turned;
import org.mandate.authorization.facts.ConstraintFacts;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.reach.GainAndLoss;

/**
 * Goes through the moments at which what a subject can do may have changed, and keeps those at which it did, and all that is
 * about the subject itself. Where a condition looks at the time, the instants that it names are such moments, and between two
 * that differ the turn is sought.
 */
final class Walk {

    private final Steps steps;
    private final SubjectId subject;
    private final Moment from;
    private final Moment to;
    private final Set<Long> ofConstraints;
    private final EntityEffects entities;
    private final boolean timed;
    private final List<Made> made = new ArrayList<>();

    Walk(PastFacts past, PastChanges changes, SubjectId subject, Moment from, Moment to) {
        this.subject = subject;
        this.from = from;
        this.to = to;
        this.ofConstraints = new HashSet<>(changes.ofConstraints().boxed().toList());
        this.entities = new EntityEffects(changes, subject, from.position(), to.position());
        Timed conditions = Timed.of(changes.policies(from.position(), to.position()).stream());
        this.timed = !conditions.isNone();
        this.steps = new Steps(past, changes, from, to)
                .of(subject)
                .ofCatalogueAsHeldBy(subject)
                .and(changes.ofPolicies())
                .and(changes.ofConstraints())
                .and(entities.positions())
                .and(conditions.instants());
    }

    /** A step and what it did. */
    record Made(Step step, GainAndLoss did) {

        NavigableSet<String> gained() {
            return did.gained();
        }

        NavigableSet<String> lost() {
            return did.lost();
        }
    }

    /** What was made, oldest first. */
    List<Made> made() {
        NavigableSet<String> before = names(from.facts(), from.instant());
        Instant looked = from.instant();
        for (Step step : steps.ordered()) {
            Facts found = steps.found(step);
            Facts left = steps.after(step);
            before = drift(found, looked, step.justBefore(), before);
            NavigableSet<String> after = names(left, step.at());
            Made one = new Made(step, GainAndLoss.between(before, after));
            entities.addTo(one, found, left);
            if (counts(one, left)) {
                made.add(one);
            }
            before = after;
            looked = step.at();
        }
        drift(to.facts(), looked, to.instant(), before);
        return made;
    }

    private NavigableSet<String> names(Facts facts, Instant instant) {
        return Effective.names(facts, instant, subject);
    }

    /** A condition that looks at the time turns without an event; that must not be laid on the event that comes next. */
    private NavigableSet<String> drift(Facts facts, Instant since, Instant until, NavigableSet<String> was) {
        NavigableSet<String> before = was;
        if (timed) {
            for (Turned<NavigableSet<String>> turn :
                    Drift.sought(since, until, was, instant -> names(facts, instant))) {
                made.add(new Made(Step.border(turn.at()), GainAndLoss.between(before, turn.state())));
                before = turn.state();
            }
        }
        return before;
    }

    private boolean counts(Made one, Facts facts) {
        return one.step().isOwn()
                || !one.did().isNone()
                || (ofConstraints.contains(one.step().position()) && constrains(one.step(), facts));
    }

    /** Whether a constraint that changed is about a role that the subject holds. */
    private boolean constrains(Step step, Facts facts) {
        Set<ConstraintFacts> now = new HashSet<>(facts.constraints());
        Set<ConstraintFacts> changed = new HashSet<>(steps.found(step).constraints());
        Set<ConstraintFacts> same = new HashSet<>(changed);
        same.retainAll(now);
        changed.addAll(now);
        changed.removeAll(same);
        Set<String> held = new HashSet<>();
        facts.assignments(subject)
                .forEach(one -> facts.role(one.role()).map(RoleFacts::roles).ifPresent(held::addAll));
        return changed.stream().flatMap(one -> one.roles().stream()).anyMatch(held::contains);
    }
}
