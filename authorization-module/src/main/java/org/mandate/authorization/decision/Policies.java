package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.condition.Finding;
import org.mandate.authorization.condition.Truth;
import org.mandate.authorization.condition.Variables;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;

/**
 * The policies that speak of a request. A condition that cannot be judged counts against the request: not met where the policy
 * allows, met where it denies.
 */
abstract class Policies extends Holdings {

    /** No policy reaches policies, or one that denies too much could never be mended. */
    private static final String OUT_OF_REACH = "policies";

    private static final Finding UNCONDITIONAL = new Finding(Truth.TRUE, "");

    Policies(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        super(facts, request, instant, trail);
    }

    /** Notes each policy that denies the request; true where there is one. */
    final boolean deny() {
        return apply(Effect.DENY, request.action().name());
    }

    /** Notes each policy that allows the action; true where there is one. */
    final boolean allow(String action) {
        return apply(Effect.ALLOW, action);
    }

    /** Whether no policy gives the role's holders anything that the subject, not holding the role, could not pass on. */
    final boolean favourOnlyWhatIsHeld(RoleFacts role) {
        boolean only = true;
        for (PolicyFacts policy : facts().policies()) {
            if (policy.effect() == Effect.ALLOW
                    && favours(policy, role)
                    && !holdHere(
                            held -> held.roles().contains(RoleFacts.ADMIN) || favours(policy, held),
                            Resource.of("", ""))) {
                only = false;
                trail.note(Evidence.unmet(
                        Kind.POLICY,
                        policy.id(),
                        "policy `" + policy.id() + "` allows holders of `" + role.name()
                                + "` what the subject may not do"));
            }
        }
        return only;
    }

    /** Whether it is for holders of the role, among others. */
    static boolean favours(PolicyFacts policy, RoleFacts role) {
        for (String name : policy.roles()) {
            if (role.roles().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean apply(Effect effect, String action) {
        List<PolicyFacts> candidates = facts().policiesOn(request.resource().type(), action);
        if (candidates.isEmpty() || request.resource().type().equals(OUT_OF_REACH)) {
            return false;
        }
        boolean any = false;
        Given given = new Given();
        for (int i = 0; i < candidates.size(); i++) {
            PolicyFacts policy = candidates.get(i);
            if (policy.effect() == effect && policy.speaksOf(action) && applies(policy, given)) {
                if (!followed()) {
                    return true;
                }
                any = true;
            }
        }
        return any;
    }

    /** Whether its roles are held here and its condition holds; what cannot be judged does not hold, whatever the effect. */
    final boolean holdsFor(PolicyFacts policy) {
        return (policy.roles().isEmpty() || holdHere(role -> favours(policy, role), request.resource()))
                && finding(policy, new Given()).truth() == Truth.TRUE;
    }

    private boolean applies(PolicyFacts policy, Given given) {
        if (!policy.roles().isEmpty() && !holdHere(role -> favours(policy, role), request.resource())) {
            if (trail.wantsAll()) {
                trail.note(new Evidence.PolicyForOthers(policy, finding(policy, given)));
            }
            return false;
        }
        Finding finding = finding(policy, given);
        boolean applies =
                policy.effect() == Effect.DENY ? finding.truth() != Truth.FALSE : finding.truth() == Truth.TRUE;
        if (followed() && (applies || trail.wantsAll() || finding.truth() != Truth.FALSE)) {
            trail.note(new Evidence.Policy(policy, finding));
        }
        return applies;
    }

    private static Finding finding(PolicyFacts policy, Variables given) {
        return policy.condition().map(condition -> condition.evaluate(given)).orElse(UNCONDITIONAL);
    }

    /** What conditions see: what is stored, and over it what the request says. Put together once for all of them. */
    private final class Given implements Variables {

        private @Nullable Map<String, Object> subject;
        private @Nullable Map<String, Object> resource;
        private @Nullable Map<String, Object> action;
        private @Nullable Map<String, Object> context;

        @Override
        public Map<String, Object> subject() {
            Map<String, Object> seen = subject;
            if (seen == null) {
                SubjectId one = request.subject();
                seen = entity(one.type(), one.id(), request.subjectProperties());
                if (request.username().isPresent()) {
                    seen.put("username", request.username().get());
                }
                subject = seen;
            }
            return seen;
        }

        @Override
        public Map<String, Object> resource() {
            Map<String, Object> seen = resource;
            if (seen == null) {
                Resource one = request.resource();
                seen = entity(one.type(), one.id(), one.properties());
                resource = seen;
            }
            return seen;
        }

        @Override
        public Map<String, Object> action() {
            Map<String, Object> seen = action;
            if (seen == null) {
                Action one = request.action();
                seen = Map.of("name", one.name(), "properties", one.properties());
                action = seen;
            }
            return seen;
        }

        @Override
        public Map<String, Object> context() {
            Map<String, Object> seen = context;
            if (seen == null) {
                seen = new HashMap<>(request.context());
                seen.remove("ip");
                if (request.ip().isPresent()) {
                    seen.put("ip", request.ip().get());
                }
                seen.put("now", instant);
                context = seen;
            }
            return seen;
        }

        private Map<String, Object> entity(String type, String id, Map<String, Object> properties) {
            Map<String, Object> known = facts().known(type, id);
            Map<String, Object> attributes = known == null ? Map.of() : known;
            if (!properties.isEmpty()) {
                attributes = new HashMap<>(attributes);
                attributes.putAll(properties);
            }
            Map<String, Object> seen = new HashMap<>(8);
            seen.put("id", id);
            seen.put("type", type);
            seen.put("attributes", attributes);
            return seen;
        }
    }
}
