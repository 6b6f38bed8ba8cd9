package org.mandate.authorization.change;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.facts.PolicyFacts;

/** Conditions that may turn with time, of policies that stood somewhere in a stretch. */
final class Timed {

    private final Set<Condition> conditions;

    private Timed(Set<Condition> conditions) {
        this.conditions = conditions;
    }

    static Timed of(Stream<PolicyFacts> policies) {
        return new Timed(policies.flatMap(policy -> policy.condition().stream())
                .filter(Condition::mayTurnWithTime)
                .collect(Collectors.toSet()));
    }

    boolean isNone() {
        return conditions.isEmpty();
    }

    /** The instants that they name. */
    Set<Instant> instants() {
        return conditions.stream()
                .flatMap(condition -> condition.instants().stream())
                .collect(Collectors.toSet());
    }
}
