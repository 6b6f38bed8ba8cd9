package org.mandate.authorization.point;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.journal.Journal;
import org.mandate.authorization.journal.Provenance;
import org.springframework.stereotype.Component;

/** Takes the newest facts and the one instant, decides, and answers when the record is durable. */
@Component
final class LiveDecisionPoint implements DecisionPoint {

    private final LiveFacts facts;
    private final FactsStatus status;
    private final Journal journal;
    private final Clock clock;

    LiveDecisionPoint(LiveFacts facts, FactsStatus status, Journal journal, Clock clock) {
        this.facts = facts;
        this.status = status;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Recorded decide(AccessRequest request, Provenance provenance) {
        Instant instant = instant();
        Decision decision = decideAt(request, instant);
        return new Recorded(journal.record(request, decision, instant, provenance), decision);
    }

    @Override
    public Decision peek(AccessRequest request) {
        return decideAt(request, instant());
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
