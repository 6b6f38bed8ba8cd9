package org.mandate.authorization.policy;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.PolicyFacts;
import org.springframework.stereotype.Component;

/** Policies as the facts have them. */
@Component
class PolicyQueries {

    private final LiveFacts facts;

    PolicyQueries(LiveFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    List<PolicyView> handle(FindPolicies query) {
        return facts.now().policies().stream().map(PolicyQueries::view).toList();
    }

    @QueryHandler
    Optional<PolicyView> handle(FindPolicy query) {
        return facts.now().policies().stream()
                .filter(policy -> policy.id().equals(query.id()))
                .findFirst()
                .map(PolicyQueries::view);
    }

    private static PolicyView view(PolicyFacts facts) {
        PolicyDefined policy = facts.definition();
        return new PolicyView(
                policy.policyId(),
                policy.description(),
                policy.effect(),
                policy.resourceType(),
                policy.actions(),
                policy.roles(),
                Optional.ofNullable(policy.condition()));
    }
}
