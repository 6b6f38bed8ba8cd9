package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final PastFacts past;
    private final PastChanges changes;
    private final Naming naming;
    private final AccessRequest request;
    private final Moment from;
    private final Moment to;
    private final Timed timed;
    private final List<Turn> turns = new ArrayList<>();
    private boolean answer;

    Turns(PastFacts past, PastChanges changes, Naming naming, AccessRequest request, Moment from, Moment to) {
        this.past = past;
        this.changes = changes;
        this.naming = naming;
        this.request = request;
        this.from = from;
        this.to = to;
        this.timed = timed();
        this.answer = allows(from.facts(), from.instant());
    }

    /** A step from which on the answer was another. */
    record Turn(Step step, boolean allowed) {}

    boolean initially() {
        return allows(from.facts(), from.instant());
    }

    /** Whether no condition looks at the time. */
    boolean complete() {
        return timed.isNone();
    }

    /** All turns that were found, oldest first. */
    List<Turn> all() {
        Resource resource = request.resource();
        Steps steps = new Steps(past, changes, from, to)
                .of(request.subject())
                .and(changes.ofResource(resource.type(), resource.id()))
                .and(changes.ofPolicies(resource.type()))
                .and(timed.instants());
        Instant looked = from.instant();
        for (Step step : steps.ordered()) {
            drift(steps.found(step), looked, step.justBefore());
            note(step, allows(steps.after(step), step.at()));
            looked = step.at();
        }
        drift(to.facts(), looked, to.instant());
        return turns;
    }

    private void note(Step step, boolean allowed) {
        if (allowed != answer) {
            answer = allowed;
            turns.add(new Turn(step, allowed));
        }
    }

    /** Time alone may have turned the answer somewhere between. */
    private void drift(Facts facts, Instant since, Instant until) {
        if (!timed.isNone()) {
            Drift.sought(since, until, answer, instant -> allows(facts, instant))
                    .forEach(turn -> note(Step.border(turn.at()), turn.state()));
        }
    }

    private boolean allows(Facts facts, Instant instant) {
        return Decider.decide(facts, naming.named(request, facts), instant).allowed();
    }

    /** The conditions in the stretch that look at the time. */
    private Timed timed() {
        return Timed.of(changes.policies(from.position(), to.position()).stream()
                .filter(policy -> policy.speaksOfType(request.resource().type()))
                .filter(policy -> policy.speaksOf(request.action().name())));
    }
}
