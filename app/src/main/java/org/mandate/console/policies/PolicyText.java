package org.mandate.console.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.policy.PolicyView;

/** A policy as lines of text, so that two versions can be compared. */
final class PolicyText {

    private PolicyText() {}

    static String of(PolicyView policy) {
        return of(
                policy.description(),
                policy.effect(),
                policy.resourceType(),
                policy.actions(),
                policy.roles(),
                policy.condition().orElse(null));
    }

    static String of(
            String description,
            String effect,
            String resourceType,
            List<String> actions,
            List<String> roles,
            @Nullable String condition) {
        StringBuilder text = new StringBuilder();
        text.append("description: ").append(description).append('\n');
        text.append("effect: ").append(effect).append('\n');
        text.append("resources: ").append(resourceType).append('\n');
        text.append("actions: ").append(String.join(", ", actions)).append('\n');
        text.append("roles: ")
                .append(roles.isEmpty() ? "everybody" : String.join(", ", roles))
                .append('\n');
        text.append("condition: ").append(condition == null ? "none" : condition);
        return text.toString();
    }
}
