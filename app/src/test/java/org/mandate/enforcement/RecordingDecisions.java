package org.mandate.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint;

/** Answers as it is told to, and remembers what it was asked. */
final class RecordingDecisions implements DecisionPoint {

    final List<AccessRequest> decided = new ArrayList<>();
    final List<AccessRequest> peeked = new ArrayList<>();
    final List<Provenance> provenances = new ArrayList<>();
    Predicate<AccessRequest> rule = request -> true;

    @Override
    public Recorded decide(AccessRequest request, Provenance provenance) {
        decided.add(request);
        provenances.add(provenance);
        return new Recorded("decision-" + decided.size(), decision(request));
    }

    @Override
    public List<Recorded> decideAll(List<AccessRequest> requests, Predicate<Decision> last, Provenance provenance) {
        return requests.stream().map(request -> decide(request, provenance)).toList();
    }

    @Override
    public Decision peek(AccessRequest request) {
        peeked.add(request);
        return decision(request);
    }

    AccessRequest only() {
        if (decided.size() != 1) {
            throw new AssertionError("one decision expected: " + decided);
        }
        return decided.get(0);
    }

    private Decision decision(AccessRequest request) {
        boolean allowed = rule.test(request);
        return new Decision(allowed, List.of(new Reason(Reason.Kind.DEFAULT, "test", "as told")), 7);
    }
}
