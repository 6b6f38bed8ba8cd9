package org.mandate.console.policies;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.oversight.BrowsePolicy;
import org.springframework.stereotype.Component;

/** The policy that a page is about. */
@Component
class ThisPolicy {

    private final Gateway gateway;

    ThisPolicy(Gateway gateway) {
        this.gateway = gateway;
    }

    Optional<PolicyView> find(String id, Caller caller) {
        return gateway.ask(new BrowsePolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller);
    }

    PolicyView require(String id, Caller caller) {
        return find(id, caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no policy `" + id + "`")
                        .found());
    }
}
