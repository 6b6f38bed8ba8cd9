package org.mandate.authorization.point;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.journal.Journal;
import org.mandate.authorization.journal.Provenance;
import org.springframework.stereotype.Component;

/** Takes the newest facts and the one instant, decides, and answers when the record is durable. */
@Component
final class LiveDecisionPoint implements DecisionPoint {

    private final LiveFacts facts;
    private final FactsStatus status;
    private final Journal journal;
    private final Usernames usernames;
    private final Clock clock;

    LiveDecisionPoint(LiveFacts facts, FactsStatus status, Journal journal, Usernames usernames, Clock clock) {
        this.facts = facts;
        this.usernames = usernames;
        this.status = status;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Recorded decide(AccessRequest request, Provenance provenance) {
        Instant instant = instant();
        AccessRequest named = named(request);
        Decision decision = decideAt(named, instant);
        return new Recorded(journal.record(named, decision, instant, provenance), decision);
    }

    @Override
    public Decision peek(AccessRequest request) {
        return decideAt(named(request), instant());
    }

    /** The name is looked up only where a policy may ask for it: the facts do not know it, since they must be able to forget it. */
    private AccessRequest named(AccessRequest request) {
        Facts now = facts.now();
        boolean needed = request.subject().type().equals(SubjectId.USER)
                && now.standing(request.subject()) == Standing.ACTIVE
                && now.policiesOn(request.resource().type()).stream()
                        .flatMap(policy -> policy.condition().stream())
                        .anyMatch(Condition::mayNeedUsername);
        return needed ? request.named(usernames.of(request.subject().id())) : request;
    }

    private Decision decideAt(AccessRequest request, Instant instant) {
        if (!status.fit()) {
            throw new FactsNotReady("the facts of this node are not fit to decide on: " + status.describe());
        }
        return Decider.decide(facts.now(), request, instant);
    }

    /** As precise as every store keeps it, so that the recorded instant is the one that was decided at. */
    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
