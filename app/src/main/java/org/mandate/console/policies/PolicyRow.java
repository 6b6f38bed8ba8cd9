package org.mandate.console.policies;

import java.util.List;
import org.mandate.authorization.policy.PolicyView;

/** A policy as pages show it. */
record PolicyRow(
        String id,
        String description,
        boolean allows,
        String resourceType,
        List<String> actions,
        List<String> roles,
        String condition) {

    static PolicyRow of(PolicyView policy) {
        return new PolicyRow(
                policy.id(),
                policy.description(),
                policy.effect().equals("allow"),
                policy.resourceType(),
                policy.actions(),
                policy.roles(),
                policy.condition().orElse(""));
    }
}
