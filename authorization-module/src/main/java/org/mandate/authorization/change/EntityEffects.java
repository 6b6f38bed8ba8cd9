package org.mandate.authorization.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.reach.EntityAccess;

/** What changes of entities in a stretch of the past did to what a subject may do to them. */
final class EntityEffects {

    private final SubjectId subject;
    private final Map<Long, Resource> changed = new HashMap<>();

    EntityEffects(PastChanges changes, SubjectId subject, long from, long to) {
        this.subject = subject;
        Set<String> spokenOf = spokenOf(changes.policies(from, to));
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
            EntityAccess.add(
                    made.did(), subject, resource, found, left, made.step().at());
        }
    }

    private static Set<String> spokenOf(Collection<PolicyFacts> policies) {
        return policies.stream()
                .filter(EntityAccess::asksForTheResource)
                .map(PolicyFacts::resourceType)
                .collect(Collectors.toSet());
    }
}
