package org.mandate.authorization.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.ConstraintFacts;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;

/**
 * Goes through the moments at which what a subject can do may have changed, and keeps those at which it did, and all that is
 * about the subject itself.
 */
final class Walk {

    private final Steps steps;
    private final SubjectId subject;
    private final Set<Long> ofConstraints;
    private final EntityEffects entities;

    Walk(PastFacts past, PastChanges changes, SubjectId subject, Moment from, Moment to) {
        this.subject = subject;
        this.ofConstraints = new HashSet<>(changes.ofConstraints().boxed().toList());
        this.entities = new EntityEffects(past, changes, subject, from.position(), to.position());
        this.steps = new Steps(past, changes, from, to)
                .of(subject)
                .ofCatalogueAsHeldBy(subject)
                .and(changes.ofPolicies())
                .and(changes.ofConstraints())
                .and(entities.positions());
    }

    /** A step and what it did. */
    record Made(Step step, NavigableSet<String> gained, NavigableSet<String> lost) {

        static Made between(Step step, NavigableSet<String> before, NavigableSet<String> after) {
            return new Made(step, without(after, before), without(before, after));
        }
    }

    /** What was made, oldest first. */
    List<Made> made(Facts initial, Instant began) {
        List<Made> made = new ArrayList<>();
        NavigableSet<String> before = Effective.names(initial, began, subject);
        for (Step step : steps.ordered()) {
            Facts facts = steps.after(step);
            Facts found = steps.found(step);
            if (dependsOnTime(found)) {
                Instant justBefore = step.isBorder() ? step.at().minus(1, ChronoUnit.MICROS) : step.at();
                before = Effective.names(found, justBefore, subject);
            }
            NavigableSet<String> after = Effective.names(facts, step.at(), subject);
            Made one = Made.between(step, before, after);
            entities.addTo(one, found, facts);
            if (counts(one, facts)) {
                made.add(one);
            }
            before = after;
        }
        return made;
    }

    private boolean counts(Made made, Facts facts) {
        return made.step().direct()
                || !made.gained().isEmpty()
                || !made.lost().isEmpty()
                || (ofConstraints.contains(made.step().position()) && constrains(made.step(), facts));
    }

    /** A condition that looks at the time changes without an event; what follows must not be laid on the next one. */
    private static boolean dependsOnTime(Facts facts) {
        return facts.policies().stream()
                .flatMap(policy -> policy.condition().stream())
                .anyMatch(condition -> condition.maySpeakOf("now"));
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

    static NavigableSet<String> without(NavigableSet<String> names, NavigableSet<String> others) {
        NavigableSet<String> rest = new TreeSet<>();
        for (String name : names) {
            if (!others.contains(name)) {
                rest.add(name);
            }
        }
        return rest;
    }
}
