package org.mandate.authorization.point;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.journal.Journal;
import org.mandate.authorization.journal.Journal.Judged;
import org.mandate.authorization.journal.Provenance;
import org.springframework.stereotype.Component;

/** Takes the newest facts and the one instant, decides, and answers when the record is durable. */
@Component
final class LiveDecisionPoint implements DecisionPoint, Present {

    private final LiveFacts facts;
    private final FactsStatus status;
    private final Journal journal;
    private final Names names;
    private final Clock clock;

    LiveDecisionPoint(LiveFacts facts, FactsStatus status, Journal journal, Names names, Clock clock) {
        this.facts = facts;
        this.names = names;
        this.status = status;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Recorded decide(AccessRequest request, Provenance provenance) {
        return decideAll(List.of(request), first -> true, provenance).get(0);
    }

    @Override
    public List<Recorded> decideAll(List<AccessRequest> requests, Predicate<Decision> last, Provenance provenance) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Instant instant = instant();
        Facts now = fitFacts();
        List<Judged> judged = new ArrayList<>(requests.size());
        for (AccessRequest request : requests) {
            AccessRequest named = names.named(request, now);
            Decision decision = Decider.decideWithReasons(now, named, instant);
            judged.add(new Judged(named, decision));
            if (last.test(decision)) {
                break;
            }
        }
        List<String> ids = journal.record(judged, instant, provenance);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Recorded(ids.get(i), judged.get(i).decision()))
                .toList();
    }

    @Override
    public Decision peek(AccessRequest request) {
        Facts now = fitFacts();
        return Decider.decide(now, names.named(request, now), instant());
    }

    @Override
    public Moment moment() {
        Instant instant = instant();
        Facts now = fitFacts();
        return new Moment(now, instant, request -> names.named(request, now));
    }

    private Facts fitFacts() {
        if (!status.fit()) {
            throw new FactsNotReady("the facts of this node are not fit to decide on: " + status.describe());
        }
        return facts.now();
    }

    /** As precise as every store keeps it, so that the recorded instant is the one that was decided at. */
    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
