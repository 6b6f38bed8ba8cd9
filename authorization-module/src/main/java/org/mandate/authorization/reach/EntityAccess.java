package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;

/**
 * What a change of an entity does to what subjects may do to it. It can be something only where a condition asks for the
 * resource; users and posts, which tell of their own changes, are none.
 */
public final class EntityAccess {

    private static final String RESOURCE = "resource";

    private EntityAccess() {}

    /** Whether what is known of an entity of the type can decide anything on these facts. */
    public static boolean matters(Facts facts, String type) {
        return !Leads.liveHere(type) && facts.policiesOn(type).stream().anyMatch(EntityAccess::asksForTheResource);
    }

    /** Whether its condition may ask for the resource. */
    public static boolean asksForTheResource(PolicyFacts policy) {
        return policy.condition()
                .filter(condition -> condition.maySpeakOf(RESOURCE))
                .isPresent();
    }

    /** Add what the subject may do to the entity on the one facts and not on the others. */
    public static void add(
            GainAndLoss all, SubjectId subject, Resource entity, Facts before, Facts after, Instant instant) {
        Set<String> actions = new HashSet<>(actions(before, subject, entity.type()));
        actions.addAll(actions(after, subject, entity.type()));
        for (String action : actions) {
            AccessRequest request = request(subject, action, entity);
            boolean was = Decider.decide(before, request, instant).allowed();
            boolean is = Decider.decide(after, request, instant).allowed();
            if (was != is) {
                (is ? all.gained() : all.lost()).add(entity.type() + ":" + action);
            }
        }
    }

    /** The actions that conditions on entities of the type speak of; where one speaks of all, those that are known. */
    private static Set<String> actions(Facts facts, SubjectId subject, String type) {
        Set<String> actions = new HashSet<>();
        for (PolicyFacts policy : facts.policiesOn(type)) {
            if (asksForTheResource(policy)) {
                actions.addAll(policy.actions().isEmpty() ? Leads.actions(facts, subject, type) : policy.actions());
            }
        }
        return actions;
    }

    /** The question whether the subject may do it, with nothing said beside. */
    public static AccessRequest request(SubjectId subject, String action, Resource entity) {
        return new AccessRequest(
                subject,
                Map.of(),
                Action.of(action),
                entity,
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
    }
}
