package org.mandate.authorization.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.point.Naming;
import org.springframework.stereotype.Component;

/** Answers what was, at a moment. */
@Component
final class PastQueries {

    private final Moments moments;
    private final Naming naming;

    PastQueries(Moments moments, Naming naming) {
        this.moments = moments;
        this.naming = naming;
    }

    @QueryHandler
    Optional<PastRole> handle(FindPastRole query) {
        Moment moment = moments.of("at", query.at());
        return role(moment, query.role());
    }

    @QueryHandler
    PastRoles handle(FindPastRoles query) {
        Moment then = moments.of("at", query.at());
        Moment now = moments.of("at", When.NOW);
        List<PastRoles.Then> items = query.roles().stream()
                .sorted()
                .flatMap(name -> role(then, name).stream())
                .map(role -> new PastRoles.Then(
                        role,
                        role(now, role.role().name())
                                .filter(today -> same(role, today))
                                .isPresent()))
                .toList();
        return new PastRoles(PastPlace.of(then), items);
    }

    private static Optional<PastRole> role(Moment moment, String name) {
        return moment.facts()
                .role(name)
                .map(role -> new PastRole(
                        PastPlace.of(moment),
                        role,
                        new TreeSet<>(role.grants().names(moment.facts().permissions()))));
    }

    private static boolean same(PastRole then, PastRole now) {
        return then.role().permissions().equals(now.role().permissions())
                && then.role().inherits().equals(now.role().inherits())
                && then.effectivePermissions().equals(now.effectivePermissions());
    }

    @QueryHandler
    Optional<PastPolicy> handle(FindPastPolicy query) {
        Moment moment = moments.of("at", query.at());
        return moment.facts().policy(query.policy()).map(policy -> new PastPolicy(PastPlace.of(moment), policy));
    }

    @QueryHandler
    PastPolicies handle(FindPastPolicies query) {
        Moment then = moments.of("at", query.at());
        Facts now = moments.of("at", When.NOW).facts();
        Collection<PolicyFacts> policies = query.resourceType()
                .<Collection<PolicyFacts>>map(then.facts()::policiesOn)
                .orElseGet(then.facts()::policies);
        List<PastPolicies.Then> items = policies.stream()
                .map(policy -> new PastPolicies.Then(policy, same(policy, now.policy(policy.id()))))
                .toList();
        return new PastPolicies(PastPlace.of(then), items);
    }

    private static boolean same(PolicyFacts then, Optional<PolicyFacts> now) {
        return now.map(PolicyFacts::definition).equals(Optional.of(then.definition()));
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
}
