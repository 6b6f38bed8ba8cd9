package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;

/**
 * Where to look for what {@link Decider} might allow, so that a search misses nothing. Whether it does allow it is for it alone
 * to say.
 */
public final class Leads {

    private static final String EVERY = "*";

    private Leads() {}

    /** Whether all there is of the type is known here. */
    public static boolean liveHere(String type) {
        return type.equals(SubjectId.USER) || ResourceType.named(type).isPresent();
    }

    /** The roles through which somebody might be allowed the action on the resource: by a permission or by a policy. */
    public static List<String> roles(Facts facts, String action, Resource resource) {
        List<String> sufficient = ResourceType.named(resource.type())
                .map(type -> type.reservation(action, attributes(facts, resource)))
                .map(reserved -> reserved.permissions(resource.type()))
                .orElse(List.of());
        Set<String> favoured = new HashSet<>();
        allowing(facts, action, resource.type()).forEach(policy -> favoured.addAll(policy.roles()));
        return facts.roles().stream()
                .filter(role -> gives(role, sufficient, action, resource)
                        || favoured.stream().anyMatch(role.roles()::contains))
                .map(RoleFacts::name)
                .toList();
    }

    /** Whether a policy might allow the action to anybody, whatever they hold. */
    public static boolean anybody(Facts facts, String action, String resourceType) {
        return allowing(facts, action, resourceType).stream()
                .anyMatch(policy -> policy.roles().isEmpty());
    }

    /** The owner of the resource, where it has one. */
    public static Optional<SubjectId> owner(Facts facts, Resource resource) {
        return ResourceType.named(resource.type())
                .flatMap(type -> type.owner(attributes(facts, resource)))
                .map(SubjectId::user);
    }

    /** The resources of the type that the subject was given a role for. */
    public static List<String> targets(Facts facts, SubjectId subject, String resourceType) {
        return facts.assignments(subject).stream()
                .flatMap(assignment -> assignment.terms().resource().stream())
                .filter(target -> target.type().equals(resourceType))
                .map(target -> target.id())
                .toList();
    }

    /**
     * The actions that a type of resource is known to have: its own, those of the catalogue, those that policies speak of, and
     * what the subject holds for every type.
     */
    public static Set<String> actions(Facts facts, SubjectId subject, String resourceType) {
        Set<String> actions = new HashSet<>(
                ResourceType.named(resourceType).map(ResourceType::actions).orElse(Set.of()));
        facts.permissions().forEach(permission -> addAction(permission, resourceType, actions));
        facts.policiesOn(resourceType).forEach(policy -> actions.addAll(policy.actions()));
        for (Assignment assignment : facts.assignments(subject)) {
            facts.role(assignment.role())
                    .ifPresent(role ->
                            role.grants().named().forEach(permission -> addAction(permission, resourceType, actions)));
        }
        return actions;
    }

    /**
     * Whether the policy applies for certain to whoever asks: they hold a role that it is for, and its condition holds with no
     * more than the request says and the facts know. The effect plays no part, nor does what else decides.
     */
    public static boolean appliesForCertain(Facts facts, AccessRequest request, Instant instant, PolicyFacts policy) {
        return policy.speaksOf(request.action().name())
                && new Judgement(facts, request, instant, Trail.NONE).holdsFor(policy);
    }

    private static void addAction(String permission, String resourceType, Set<String> actions) {
        int colon = permission.indexOf(':');
        String type = permission.substring(0, Math.max(0, colon));
        String action = permission.substring(colon + 1);
        if ((type.equals(resourceType) || type.equals(EVERY)) && !action.equals(EVERY)) {
            actions.add(action);
        }
    }

    private static boolean gives(RoleFacts role, List<String> instead, String action, Resource resource) {
        return instead.isEmpty()
                ? role.grants().give(resource.type(), action)
                : instead.stream().anyMatch(role.grants()::give);
    }

    private static List<PolicyFacts> allowing(Facts facts, String action, String resourceType) {
        return facts.policiesOn(resourceType).stream()
                .filter(policy -> policy.effect() == Effect.ALLOW && policy.speaksOf(action))
                .toList();
    }

    private static Map<String, Object> attributes(Facts facts, Resource resource) {
        return facts.attributes(resource.type(), resource.id()).orElse(Map.of());
    }
}
