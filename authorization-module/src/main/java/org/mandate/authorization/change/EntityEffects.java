package org.mandate.authorization.change;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.PolicyFacts;

/**
 * What changes of entities did to what a subject may do to them. It can be something only where a condition asks for the
 * resource; users and posts, which tell of their own changes, are none.
 */
final class EntityEffects {

    private static final String RESOURCE = "resource";

    private final SubjectId subject;
    private final Map<Long, Resource> changed = new HashMap<>();

    EntityEffects(PastFacts past, PastChanges changes, SubjectId subject, long from, long to) {
        this.subject = subject;
        Set<String> spokenOf = spokenOf(past, changes, to);
        for (String type : changes.resourceTypes()) {
            if (!Leads.liveHere(type) && (spokenOf.contains(type) || spokenOf.contains("*"))) {
                changes.ofResources(type).forEach((id, positions) -> {
                    for (long position : positions) {
                        if (position > from && position <= to) {
                            changed.put(position, Resource.of(type, id));
                        }
                    }
                });
            }
        }
    }

    LongStream positions() {
        return changed.keySet().stream().mapToLong(Long::longValue);
    }

    /** What the subject gained or lost on the entity that changed at the step. */
    void addTo(Made made, Facts found, Facts left) {
        Resource resource = changed.get(made.step().position());
        if (resource != null) {
            add(made, subject, resource, found, left);
        }
    }

    /** What the subject may do to the resource on the one facts and not on the others. */
    static void add(Made made, SubjectId subject, Resource resource, Facts found, Facts left) {
        Set<String> actions = new HashSet<>(actions(found, subject, resource.type()));
        actions.addAll(actions(left, subject, resource.type()));
        for (String action : actions) {
            AccessRequest request = request(subject, action, resource);
            boolean was = decide(found, request, made.step().at());
            boolean is = decide(left, request, made.step().at());
            if (was != is) {
                (is ? made.gained() : made.lost()).add(resource.type() + ":" + action);
            }
        }
    }

    /** Whether what is known of a resource of the type can decide anything on these facts. */
    static boolean matter(Facts facts, String type) {
        return !Leads.liveHere(type) && facts.policiesOn(type).stream().anyMatch(EntityEffects::asksForTheResource);
    }

    /** The actions that conditions on resources of the type speak of; where one speaks of all, those that are known. */
    static Set<String> actions(Facts facts, SubjectId subject, String type) {
        Set<String> actions = new HashSet<>();
        for (PolicyFacts policy : facts.policiesOn(type)) {
            if (asksForTheResource(policy)) {
                actions.addAll(policy.actions().isEmpty() ? Leads.actions(facts, subject, type) : policy.actions());
            }
        }
        return actions;
    }

    static AccessRequest request(SubjectId subject, String action, Resource resource) {
        return new AccessRequest(
                subject,
                Map.of(),
                Action.of(action),
                resource,
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean decide(Facts facts, AccessRequest request, Instant instant) {
        return Decider.decide(facts, request, instant).allowed();
    }

    private static Set<String> spokenOf(PastFacts past, PastChanges changes, long to) {
        Set<PolicyFacts> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> types = new HashSet<>();
        changes.ofPolicies()
                .filter(position -> position <= to)
                .forEach(position -> past.at(position).policies().forEach(policy -> {
                    if (seen.add(policy) && asksForTheResource(policy)) {
                        types.add(policy.resourceType());
                    }
                }));
        return types;
    }

    private static boolean asksForTheResource(PolicyFacts policy) {
        return policy.condition()
                .filter(condition -> condition.maySpeakOf(RESOURCE))
                .isPresent();
    }
}
