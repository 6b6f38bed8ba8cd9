package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.policy.FindPolicies;
import org.mandate.authorization.policy.FindPolicy;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Policies: what is allowed or denied beside the roles. */
@RestController
@RequestMapping("/admin/policies")
class PoliciesController {

    private final Gateway gateway;

    PoliciesController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<PolicyBody> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        var policies = gateway.ask(new FindPolicies(), ResponseTypes.multipleInstancesOf(PolicyView.class), caller);
        return ItemPage.cut(policies.stream().map(PolicyBody::of).toList(), PolicyBody::id, limit, cursor);
    }

    @GetMapping("/{id}")
    PolicyBody read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindPolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller)
                .map(PolicyBody::of)
                .orElseThrow(() -> unknown(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<PolicyBody> put(@PathVariable String id, @RequestBody PolicyDocument body, Caller caller) {
        Written<Boolean> written = gateway.send(body.command(id), caller);
        URI location = UriComponentsBuilder.fromPath("/admin/policies/{id}").build(id);
        return (written.result() ? Answer.created(written, location) : Answer.ok(written)).body(readBack(id, caller));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> retire(@PathVariable String id, Caller caller) {
        return Answer.noContent(gateway.send(new RetirePolicy(id), caller));
    }

    private PolicyBody readBack(String id, Caller caller) {
        return gateway.readBack(new FindPolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller)
                .map(PolicyBody::of)
                .orElseThrow(() -> unknown(id));
    }

    private static AccessRuleViolated unknown(String id) {
        return new AccessRuleViolated(Rule.UNKNOWN_POLICY, "", "there is no policy `" + id + "`");
    }
}
