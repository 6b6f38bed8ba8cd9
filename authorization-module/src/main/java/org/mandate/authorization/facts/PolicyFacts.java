package org.mandate.authorization.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.event.PolicyDefined;

/**
 * A policy as it stood at a position.
 * @param resourceType the type of resource that it speaks of, or {@code *} for all
 * @param actions empty for all
 * @param roles it applies to holders of any of these; empty for everybody
 */
public record PolicyFacts(
        String id,
        String description,
        Effect effect,
        String resourceType,
        Set<String> actions,
        Set<String> roles,
        Optional<Condition> condition) {

    static final String EVERY_TYPE = "*";
    static final Comparator<PolicyFacts> BY_ID = Comparator.comparing(PolicyFacts::id);

    /** What a policy does where it applies. */
    public enum Effect {
        ALLOW,
        DENY
    }

    public PolicyFacts {
        actions = Set.copyOf(actions);
        roles = Set.copyOf(roles);
    }

    /** The same, with all that is equal in another one being that one's. */
    PolicyFacts sharingWith(PolicyFacts was) {
        return new PolicyFacts(
                was.id,
                shared(description, was.description),
                effect,
                shared(resourceType, was.resourceType),
                shared(actions, was.actions),
                shared(roles, was.roles),
                condition.equals(was.condition) ? was.condition : condition);
    }

    private static <T> T shared(T now, T was) {
        return now.equals(was) ? was : now;
    }

    /** The same rule without the words that describe it. */
    public PolicyFacts undescribed() {
        return new PolicyFacts(id, "", effect, resourceType, actions, roles, condition);
    }

    /** The policy as if it were defined now. */
    public PolicyDefined definition() {
        return new PolicyDefined(
                id,
                description,
                effect.name().toLowerCase(Locale.ROOT),
                resourceType,
                actions.isEmpty() ? List.of("*") : actions.stream().sorted().toList(),
                roles.stream().sorted().toList(),
                condition.map(Condition::source).orElse(null));
    }

    /** True where it speaks of the type of resource. */
    public boolean speaksOfType(String type) {
        return resourceType.equals(EVERY_TYPE) || resourceType.equals(type);
    }

    /** True where it speaks of the action. */
    public boolean speaksOf(String action) {
        return actions.isEmpty() || actions.contains(action);
    }
}
