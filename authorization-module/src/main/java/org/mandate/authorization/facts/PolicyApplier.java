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
                PolicyDefined.class,
                (event, at) -> put(
                        at,
                        event.policyId(),
                        new PolicyFacts(
                                event.policyId(),
                                event.description(),
                                effect(event.effect()),
                                event.resourceType(),
                                actions(event.actions()),
                                Set.copyOf(event.roles()),
                                condition(event.condition()))));
        appliers.on(
                PolicyChanged.class,
                (event, at) -> put(
                        at,
                        event.policyId(),
                        new PolicyFacts(
                                event.policyId(),
                                event.description(),
                                effect(event.effect()),
                                event.resourceType(),
                                actions(event.actions()),
                                Set.copyOf(event.roles()),
                                condition(event.condition()))));
        appliers.on(PolicyRetired.class, (event, at) -> put(at, event.policyId(), null));
    }

    private void put(History.Entry entry, String id, @Nullable PolicyFacts policy) {
        Timeline<PolicySet> was = base.policies.last(FactBase.ALL);
        PolicySet latest = was == null ? null : was.latest();
        PolicySet next = (latest == null ? PolicySet.NONE : latest).with(id, policy);
        base.policies.put(FactBase.ALL, (was == null ? Timeline.<PolicySet>empty() : was).then(entry.position(), next));
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

    private static Optional<Condition> condition(@Nullable String source) {
        return Optional.ofNullable(source).map(Condition::compile);
    }
}
