package org.mandate.authorization.change;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.PolicyFacts;

/** Conditions that may turn with time, of policies that stood somewhere in a stretch. */
final class Timed {

    private final Set<Condition> conditions = new HashSet<>();

    /** Those of all policies. */
    static Timed ever(PastFacts past, PastChanges changes, long from, long to) {
        Timed timed = new Timed();
        timed.note(past.at(from).policies());
        changes.ofPolicies()
                .filter(position -> position > from && position <= to)
                .forEach(position -> timed.note(past.at(position).policies()));
        return timed;
    }

    void note(Collection<PolicyFacts> policies) {
        policies.forEach(
                policy -> policy.condition().filter(Condition::mayTurnWithTime).ifPresent(conditions::add));
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
