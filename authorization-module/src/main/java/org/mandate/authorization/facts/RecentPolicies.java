package org.mandate.authorization.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a past moment that were asked for last, put together once: a decision asks for them twice, and neighbours in
 * the journal share their moment. Any threads; at worst two of them put the same together.
 */
final class RecentPolicies {

    private record Asked(PolicySet set, String type, List<PolicyFacts> found) {}

    private @Nullable Asked last;

    List<PolicyFacts> on(PolicySet set, String resourceType) {
        if (set instanceof WholePolicies) {
            return set.on(resourceType);
        }
        Asked known = last;
        if (known == null || known.set != set || !known.type.equals(resourceType)) {
            known = new Asked(set, resourceType, set.on(resourceType));
            last = known;
        }
        return known.found;
    }
}
