package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.facts.PolicyFacts;

/** A policy as it was, as it is answered. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PastPolicyBody(
        String id,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        Optional<String> condition) {

    static PastPolicyBody of(PolicyFacts policy) {
        PolicyDefined said = policy.definition();
        return new PastPolicyBody(
                said.policyId(),
                said.description(),
                said.effect(),
                said.resourceType(),
                said.actions(),
                said.roles(),
                Optional.ofNullable(said.condition()));
    }
}
