package org.mandate.authorization.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;

/** Policies, with their conditions compiled. */
final class PolicyApplier {

    private static final String EVERY_ACTION = "*";

    private final FactBase base;

    PolicyApplier(FactBase base) {
        this.base = base;
    }

    void register(Appliers appliers) {
        appliers.on(
                PolicyDefined.class, (event, at) -> base.policies.put(event.policyId(), at.position(), policy(event)));
        appliers.on(
                PolicyChanged.class,
                (event, at) -> base.policies.put(event.policyId(), at.position(), policy(asDefined(event))));
        appliers.on(PolicyRetired.class, (event, at) -> base.policies.put(event.policyId(), at.position(), null));
    }

    private static PolicyDefined asDefined(PolicyChanged event) {
        return new PolicyDefined(
                event.policyId(),
                event.description(),
                event.effect(),
                event.resourceType(),
                event.actions(),
                event.roles(),
                event.condition());
    }

    /** What has not changed is shared with what the policy was before, its compiled condition above all. */
    private PolicyFacts policy(PolicyDefined event) {
        PolicyFacts was = base.policies.latest(event.policyId());
        PolicyFacts now = new PolicyFacts(
                event.policyId(),
                event.description(),
                effect(event.effect()),
                event.resourceType(),
                actions(event.actions()),
                Set.copyOf(event.roles()),
                condition(event.condition(), was));
        return was == null ? now : now.sharingWith(was);
    }

    private static PolicyFacts.Effect effect(String name) {
        return switch (name) {
            case "allow" -> PolicyFacts.Effect.ALLOW;
            case "deny" -> PolicyFacts.Effect.DENY;
            default -> throw new IllegalStateException("`" + name + "` is stored but is no effect");
        };
    }

    private static Set<String> actions(List<String> names) {
        return names.contains(EVERY_ACTION) ? Set.of() : Set.copyOf(names);
    }

    private static Optional<Condition> condition(@Nullable String source, @Nullable PolicyFacts was) {
        Optional<Condition> known = was == null ? Optional.empty() : was.condition();
        return known.filter(condition -> condition.source().equals(source))
                .or(() -> Optional.ofNullable(source).map(Condition::compile));
    }
}
