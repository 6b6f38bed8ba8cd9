package org.mandate.authorization.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.history.PastAccess.HeldPermission;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.point.Naming;
import org.springframework.stereotype.Component;

/** Answers what was, at a moment. */
@Component
final class PastQueries {

    private final Moments moments;
    private final PastChanges changes;
    private final Naming naming;

    PastQueries(Moments moments, PastChanges changes, Naming naming) {
        this.moments = moments;
        this.changes = changes;
        this.naming = naming;
    }

    @QueryHandler
    Optional<PastAccess> handle(FindPastAccess query) {
        Moment moment = moments.of("at", query.at());
        return changes.known(query.subject()) ? Optional.of(access(moment, query.subject())) : Optional.empty();
    }

    @QueryHandler
    Optional<PastRole> handle(FindPastRole query) {
        Moment moment = moments.of("at", query.at());
        return moment.facts()
                .role(query.role())
                .map(role -> new PastRole(
                        PastPlace.of(moment),
                        role,
                        new TreeSet<>(role.grants().names(moment.facts().permissions()))));
    }

    @QueryHandler
    PastDecisions handle(EvaluatePast query) {
        Moment moment = moments.of("at", query.at());
        List<Decision> decisions = query.questions().stream()
                .map(asked ->
                        Decider.decide(moment.facts(), naming.named(asked.request(), moment.facts()), moment.instant()))
                .toList();
        return new PastDecisions(PastPlace.of(moment), decisions);
    }

    static PastAccess access(Moment moment, SubjectId subject) {
        Facts facts = moment.facts();
        List<HeldRole> roles = Effective.valid(facts, moment.instant(), subject).stream()
                .map(assignment -> new HeldRole(
                        assignment,
                        facts.role(assignment.role()).map(RoleFacts::roles).orElse(Set.of()),
                        since(assignment)))
                .toList();
        List<HeldPermission> permissions = Effective.sources(facts, moment.instant(), subject).entrySet().stream()
                .map(entry -> new HeldPermission(entry.getKey(), entry.getValue()))
                .toList();
        return new PastAccess(PastPlace.of(moment), roles, permissions, facts.standing(subject) == Standing.ACTIVE);
    }

    /** When it began to count: it was given for later, or from its grant on. */
    static Instant since(Assignment assignment) {
        return assignment
                .terms()
                .validFrom()
                .filter(from -> from.isAfter(assignment.grantedAt()))
                .orElse(assignment.grantedAt());
    }
}
