package org.mandate.authorization.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;

/**
 * What a subject can do at a moment, by the names of permissions: what assignments give that are valid then, wherever from and
 * for whatever resource, and what policies allow for certain; without what policies deny for certain. Certain is what needs no
 * more than the facts: a condition that asks for the request's context or for one resource gives and takes nothing here.
 */
public final class Effective {

    private static final String EVERY = "*";

    private final Facts facts;
    private final Instant instant;
    private final SubjectId subject;

    private Effective(Facts facts, Instant instant, SubjectId subject) {
        this.facts = facts;
        this.instant = instant;
        this.subject = subject;
    }

    /** The names, ordered. */
    public static NavigableSet<String> names(Facts facts, Instant instant, SubjectId subject) {
        return new Effective(facts, instant, subject).names();
    }

    /** The names, ordered, each with everything that gives it. */
    public static NavigableMap<String, List<Source>> sources(Facts facts, Instant instant, SubjectId subject) {
        return new Effective(facts, instant, subject).sources();
    }

    /** Whether the policy allows it for certain, by the permission's name. */
    public static boolean allows(Facts facts, Instant instant, SubjectId subject, String policy, String name) {
        Effective effective = new Effective(facts, instant, subject);
        String action = name.substring(name.indexOf(':') + 1);
        return facts.policy(policy)
                .filter(one -> one.effect() == Effect.ALLOW)
                .filter(one -> name.equals(one.resourceType() + ":" + action))
                .filter(one -> one.actions().isEmpty()
                        ? action.equals(EVERY)
                        : one.actions().contains(action))
                .filter(one -> effective.certain(one, action))
                .isPresent();
    }

    /** What gives the one permission to the subject, were it active; nothing where it is not held. */
    static List<Source> sources(Facts facts, Instant instant, SubjectId subject, String permission) {
        return new Effective(facts, instant, subject).sourcesOf(permission);
    }

    /** The assignments that count at the instant. */
    public static List<Assignment> valid(Facts facts, Instant instant, SubjectId subject) {
        return facts.assignments(subject).stream()
                .filter(assignment -> assignment.validAt(instant))
                .toList();
    }

    private NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        if (facts.standing(subject) != Standing.ACTIVE) {
            return names;
        }
        for (Assignment assignment : valid(facts, instant, subject)) {
            facts.role(assignment.role()).ifPresent(role -> names.addAll(namesOf(role)));
        }
        allowing().forEach((policy, allowed) -> names.addAll(allowed));
        names.removeAll(denied(names));
        return names;
    }

    private NavigableMap<String, List<Source>> sources() {
        NavigableMap<String, List<Source>> sources = new TreeMap<>();
        if (facts.standing(subject) != Standing.ACTIVE) {
            return sources;
        }
        for (Assignment assignment : valid(facts, instant, subject)) {
            facts.role(assignment.role())
                    .ifPresent(role -> namesOf(role)
                            .forEach(name -> add(sources, name, Source.of(assignment, inheritedFrom(role, name)))));
        }
        allowing().forEach((policy, names) -> names.forEach(name -> add(sources, name, Source.policy(policy))));
        sources.keySet().removeAll(denied(sources.keySet()));
        return sources;
    }

    private List<Source> sourcesOf(String permission) {
        List<Source> sources = new ArrayList<>();
        boolean listed = facts.permission(permission).isPresent();
        for (Assignment assignment : valid(facts, instant, subject)) {
            facts.role(assignment.role())
                    .filter(role -> (listed && role.grants().give(permission))
                            || role.grants().named().contains(permission))
                    .ifPresent(role -> sources.add(Source.of(assignment, inheritedFrom(role, permission))));
        }
        allowing().forEach((policy, names) -> {
            if (names.contains(permission)) {
                sources.add(Source.policy(policy));
            }
        });
        return denied(Set.of(permission)).isEmpty() ? sources : List.of();
    }

    private static void add(Map<String, List<Source>> sources, String name, Source source) {
        sources.computeIfAbsent(name, any -> new ArrayList<>()).add(source);
    }

    private Set<String> namesOf(RoleFacts role) {
        return role.grants().standForMore()
                ? role.grants().names(facts.permissions())
                : role.grants().named();
    }

    private Optional<String> inheritedFrom(RoleFacts role, String permission) {
        if (holdsItself(role, permission)) {
            return Optional.empty();
        }
        return role.roles().stream()
                .sorted()
                .flatMap(name -> facts.role(name).stream())
                .filter(inherited -> holdsItself(inherited, permission))
                .map(RoleFacts::name)
                .findFirst();
    }

    private static boolean holdsItself(RoleFacts role, String permission) {
        return role.name().equals(RoleFacts.ADMIN) || role.holdsItself(permission);
    }

    /** What policies allow for certain: names, by policy. */
    private Map<String, Set<String>> allowing() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (PolicyFacts policy : facts.policies()) {
            if (policy.effect() == Effect.ALLOW) {
                Set<String> names = new HashSet<>();
                for (String action : policy.actions().isEmpty() ? Set.of(EVERY) : policy.actions()) {
                    if (certain(policy, action)) {
                        names.add(policy.resourceType() + ":" + action);
                    }
                }
                allowed.put(policy.id(), names);
            }
        }
        return allowed;
    }

    private Set<String> denied(Set<String> names) {
        Set<String> denied = new HashSet<>();
        for (PolicyFacts policy : facts.policies()) {
            if (policy.effect() == Effect.DENY) {
                Map<String, Boolean> known = new TreeMap<>();
                for (String name : names) {
                    int colon = name.indexOf(':');
                    String type = name.substring(0, colon);
                    String action = name.substring(colon + 1);
                    if (covers(policy, type, action) && known.computeIfAbsent(action, one -> certain(policy, one))) {
                        denied.add(name);
                    }
                }
            }
        }
        return denied;
    }

    /** A wildcard is taken away only by what takes away all that it stands for. */
    private static boolean covers(PolicyFacts policy, String type, String action) {
        return (policy.resourceType().equals(EVERY) || policy.resourceType().equals(type))
                && (policy.actions().isEmpty() || policy.actions().contains(action));
    }

    private boolean certain(PolicyFacts policy, String action) {
        AccessRequest request = new AccessRequest(
                subject,
                Map.of(),
                Action.of(action),
                Resource.of(policy.resourceType(), ""),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
        return Leads.appliesForCertain(facts, request, instant, policy);
    }
}
