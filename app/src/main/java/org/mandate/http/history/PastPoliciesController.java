package org.mandate.http.history;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.history.FindPastPolicies;
import org.mandate.authorization.history.FindPastPolicy;
import org.mandate.authorization.history.PastPolicies;
import org.mandate.authorization.history.PastPolicy;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies as they were. */
@RestController
@RequestMapping("/history/policies")
class PastPoliciesController {

    private final Gateway gateway;

    PastPoliciesController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ResponseEntity<ItemPage<PastPolicyBody>> list(
            @RequestParam Optional<String> resourceType,
            @RequestParam Optional<String> at,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindPastPolicies(resourceType, Moments.of("at", at));
        PastPolicies past = gateway.ask(query, ResponseTypes.instanceOf(PastPolicies.class), caller);
        return Answer.at(past.place().position())
                .body(ItemPage.cut(
                        past.items().stream()
                                .map(PastPolicies.Then::policy)
                                .map(PastPolicyBody::of)
                                .toList(),
                        PastPolicyBody::id,
                        limit,
                        cursor));
    }

    @GetMapping("/{id}")
    ResponseEntity<PastPolicyBody> read(@PathVariable String id, @RequestParam Optional<String> at, Caller caller) {
        var query = new FindPastPolicy(id, Moments.of("at", at));
        PastPolicy past = gateway.ask(query, ResponseTypes.optionalInstanceOf(PastPolicy.class), caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there was no policy `" + id + "` at that moment")
                        .found());
        return Answer.at(past.place().position()).body(PastPolicyBody.of(past.policy()));
    }
}
