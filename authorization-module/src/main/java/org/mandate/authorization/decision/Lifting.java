package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Limits;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;

/**
 * Judges what takes off somebody what a policy denies them. It gives them that, without limits: so it is for administrators
 * without limits, and for those whom the policy does not deny it and whose own grants allow it without limits.
 */
final class Lifting extends Policies {

    Lifting(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        super(facts, request, instant, trail);
    }

    boolean met(Requirement.Lifts lifts) {
        if (lifts instanceof Requirement.MayLift lift) {
            return offHolders(lift.role());
        }
        if (lifts instanceof Requirement.MayReduce reduce) {
            return downTo(reduce.role(), reduce.inherits());
        }
        if (lifts instanceof Requirement.MayRelax relax) {
            return ofPolicy(relax.policy());
        }
        throw new IllegalStateException("a requirement that nobody judges: " + lifts);
    }

    /** Whether the role may be taken off its holders. */
    private boolean offHolders(String name) {
        return facts().role(name).map(role -> lift(role.roles(), Set.of())).orElse(true);
    }

    /** Whether the role may be cut down to itself and these. */
    private boolean downTo(String name, Collection<String> inherits) {
        Optional<RoleFacts> role = facts().role(name);
        if (role.isEmpty()) {
            return true;
        }
        Set<String> kept = new HashSet<>(Set.of(name));
        inherits.forEach(inherited -> facts().role(inherited).ifPresent(facts -> kept.addAll(facts.roles())));
        return lift(role.get().roles(), kept);
    }

    /** Whether the policy may be changed or retired, where it denies. */
    private boolean ofPolicy(String id) {
        return lift(denying().stream().filter(policy -> policy.id().equals(id)).toList());
    }

    private boolean lift(Set<String> lost, Set<String> kept) {
        return lift(denying().stream()
                .filter(policy -> policy.roles().stream().anyMatch(lost::contains)
                        && policy.roles().stream().noneMatch(kept::contains))
                .toList());
    }

    private boolean lift(List<PolicyFacts> lifted) {
        boolean met = true;
        for (PolicyFacts policy : lifted) {
            if (!administers() && !allowedOneself(policy)) {
                met = false;
            }
        }
        return met;
    }

    private List<PolicyFacts> denying() {
        return facts().policies().stream()
                .filter(policy -> policy.effect() == Effect.DENY)
                .toList();
    }

    private boolean administers() {
        return holdHere(role -> role.roles().contains(RoleFacts.ADMIN), Resource.of("", ""));
    }

    private boolean allowedOneself(PolicyFacts policy) {
        if (isUnder(policy)) {
            refuse(policy, "what it denies the subject too");
            return false;
        }
        List<String> missing = (policy.actions().isEmpty() ? Set.of("*") : policy.actions())
                .stream()
                        .map(action -> policy.resourceType() + ":" + action)
                        .filter(permission -> !giveEverywhere(permission))
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            refuse(policy, "what the subject may not do without limits; missing: " + Words.some(missing));
        }
        return missing.isEmpty();
    }

    /** Whether it denies the subject anything, anywhere, now or later: from another network it would still be lifted. */
    private boolean isUnder(PolicyFacts policy) {
        for (int i = 0; i < everHeld(); i++) {
            RoleFacts role = roleHeld(i);
            if (role != null && favours(policy, role) && !isOver(limitsHeld(i))) {
                return true;
            }
        }
        return policy.roles().isEmpty();
    }

    private boolean isOver(@Nullable Limits limits) {
        return limits != null
                && limits.terms()
                        .validUntil()
                        .filter(until -> !instant.isBefore(until))
                        .isPresent();
    }

    private void refuse(PolicyFacts policy, String what) {
        trail.note(Evidence.unmet(
                Kind.POLICY,
                policy.id(),
                "policy `" + policy.id() + "` denies "
                        + (policy.roles().isEmpty()
                                ? "everybody"
                                : "holders of "
                                        + Words.anyOf(
                                                policy.roles().stream().sorted().toList()))
                        + " " + what,
                "being an administrator without limits"));
    }

    /** It is given without limits, so it must be held so. */
    @Override
    boolean lasts(Limits limits) {
        return limits.lastsUntil(Optional.empty()) && limits.coversNetworks(List.of());
    }
}
