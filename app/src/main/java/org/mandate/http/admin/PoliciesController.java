package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.policy.FindPolicies;
import org.mandate.authorization.policy.FindPolicy;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.precondition.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Policies: what is allowed or denied beside the roles. */
@RestController
@RequestMapping("/admin/policies")
class PoliciesController {

    private static final String POLICY = "policy";

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
    ResponseEntity<PolicyBody> read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindPolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller)
                .map(policy -> answer(ResponseEntity.ok(), policy))
                .orElseThrow(() -> unknown(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<PolicyBody> put(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestHeader(HttpHeaders.IF_NONE_MATCH) Optional<String> ifNoneMatch,
            @RequestBody PolicyDocument body,
            Caller caller) {
        PutPolicy command = body.command(id, Standing.matching(ifMatch, ifNoneMatch, POLICY));
        Written<Boolean> written = gateway.send(command, caller);
        URI location = UriComponentsBuilder.fromPath("/admin/policies/{id}").build(id);
        return answer(written.result() ? Answer.created(written, location) : Answer.ok(written), readBack(id, caller));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> retire(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, Caller caller) {
        return Answer.noContent(gateway.send(new RetirePolicy(id, Standing.matching(ifMatch, POLICY)), caller));
    }

    private PolicyView readBack(String id, Caller caller) {
        return gateway.readBack(new FindPolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller)
                .orElseThrow(() -> unknown(id));
    }

    private static ResponseEntity<PolicyBody> answer(ResponseEntity.BodyBuilder begun, PolicyView policy) {
        return begun.eTag(Standing.tag(policy)).body(PolicyBody.of(policy));
    }

    private static AccessRuleViolated unknown(String id) {
        return new AccessRuleViolated(Rule.UNKNOWN_POLICY, "", "there is no policy `" + id + "`");
    }
}
