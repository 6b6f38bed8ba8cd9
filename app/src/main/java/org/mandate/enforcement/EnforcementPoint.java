package org.mandate.enforcement;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.ResourceFacts;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.authorization.point.DecisionPoint.Recorded;

/** Holds each message against the table: decides, has the decision recorded, and lets through or refuses. */
final class EnforcementPoint {

    private final EnforcementTable table;
    private final DecisionPoint decisions;
    private final ResourceFacts facts;

    EnforcementPoint(EnforcementTable table, DecisionPoint decisions, ResourceFacts facts) {
        this.table = table;
        this.decisions = decisions;
        this.facts = facts;
    }

    /**
     * A message that was let through.
     * @param payload the message, cut down to what its sender may ask for
     * @param decisionId the recorded decision; empty where none is recorded here
     */
    record Admitted(Object payload, Optional<String> decisionId) {}

    Admitted admit(Object payload, Caller caller) {
        return admit(payload, new Situation(caller, facts, decisions));
    }

    /** As {@link #admit}, for a command whose effect is only looked at; its record says so. */
    Admitted admitPreview(Object payload, Caller caller) {
        return admit(payload, new Situation(caller, facts, decisions).previewing());
    }

    private Admitted admit(Object payload, Situation situation) {
        Optional<Row<?>> row = table.row(payload.getClass());
        if (row.isEmpty()) {
            throw refuseUnmapped(payload, situation);
        }
        return switch (row.get().access()) {
            case ANYONE -> new Admitted(payload, Optional.empty());
            case GUARDED, NOBODY -> guard(payload, row.get(), situation);
        };
    }

    /** The same question without a record, for whoever has a reason to know the answer beforehand. */
    boolean wouldAdmit(Object payload, Caller caller) {
        Situation situation = new Situation(caller, facts, decisions);
        return table.row(payload.getClass())
                .map(row -> row.access() == Row.Access.ANYONE
                        || decisions.peek(question(payload, row, situation)).allowed())
                .orElse(false);
    }

    private Admitted guard(Object payload, Row<?> row, Situation situation) {
        AccessRequest request = question(payload, row, situation);
        if (row.quiet() && decisions.peek(request).allowed()) {
            return new Admitted(row.narrow(payload, situation), Optional.empty());
        }
        Recorded recorded = decisions.decide(request, provenance(situation));
        if (!recorded.decision().allowed()) {
            throw refused(payload, row, request, recorded, situation);
        }
        return new Admitted(row.narrow(payload, situation), Optional.of(recorded.id()));
    }

    private static AccessRequest question(Object payload, Row<?> row, Situation situation) {
        Requirement requirement = row.requirement(payload, situation);
        return situation.request(requirement, Action.of(row.action()), situation.withoutName(row.resource(payload)));
    }

    /** A token that is too narrow is said so even of what must stay hidden: that follows from the token alone. */
    private static AccessRefused refused(
            Object payload, Row<?> row, AccessRequest request, Recorded recorded, Situation situation) {
        Optional<String> missing = missingScope(request.requirement(), situation.caller());
        boolean hidden = missing.isEmpty() && row.hides(payload, situation);
        return new AccessRefused(recorded.id(), recorded.decision(), missing, hidden);
    }

    private AccessRefused refuseUnmapped(Object payload, Situation situation) {
        Resource resource = Resource.of("message", payload.getClass().getSimpleName());
        AccessRequest request = situation.request(Requirement.anyOf(), Action.of("send"), resource);
        Recorded recorded = decisions.decide(request, provenance(situation));
        return new AccessRefused(recorded.id(), recorded.decision(), Optional.empty(), false);
    }

    private static Optional<String> missingScope(Requirement requirement, Caller caller) {
        if (requirement instanceof Requirement.AllOf all) {
            return all.parts().stream()
                    .flatMap(part -> missingScope(part, caller).stream())
                    .findFirst();
        }
        if (requirement instanceof Requirement.Scope scope) {
            return caller.scopes().filter(held -> !held.contains(scope.name())).map(held -> scope.name());
        }
        return Optional.empty();
    }

    private static Provenance provenance(Situation situation) {
        Caller caller = situation.caller();
        SubjectId requester = situation.subject();
        return new Provenance(requester, caller.ip(), caller.userAgent(), caller.requestId(), caller.channel());
    }
}
