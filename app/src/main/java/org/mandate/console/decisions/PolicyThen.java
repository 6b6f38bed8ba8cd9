package org.mandate.console.decisions;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.history.PastPolicies;

/** A policy as it was when a decision was taken. */
record PolicyThen(
        String id,
        String description,
        boolean allows,
        String resourceType,
        List<String> actions,
        List<String> roles,
        String condition,
        boolean stillSo) {

    static PolicyThen of(PastPolicies.Then then) {
        PolicyDefined said = then.policy().definition();
        return new PolicyThen(
                said.policyId(),
                said.description(),
                said.effect().equals("allow"),
                said.resourceType(),
                said.actions(),
                said.roles(),
                Optional.ofNullable(said.condition()).orElse(""),
                then.stillSo());
    }
}
