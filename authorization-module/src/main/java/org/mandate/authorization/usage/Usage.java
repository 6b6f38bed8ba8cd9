package org.mandate.authorization.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which grants decisions needed, and which they only rested on beside others. */
final class Usage {

    private static final int MOST_OTHERS = 10;

    private final Set<Grant> needed = new HashSet<>();
    private final Map<Grant, Set<Grant>> together = new HashMap<>();

    boolean needs(Grant grant) {
        return needed.contains(grant);
    }

    void needed(Grant grant) {
        needed.add(grant);
        together.remove(grant);
    }

    /** The grant would have sufficed, and each of these would have as well. */
    void beside(Grant grant, Iterable<? extends Grant> others) {
        if (needed.contains(grant)) {
            return;
        }
        Set<Grant> known = together.computeIfAbsent(grant, any -> new LinkedHashSet<>());
        for (Grant other : others) {
            if (known.size() < MOST_OTHERS && !other.equals(grant)) {
                known.add(other);
            }
        }
    }

    List<Grant> others(Grant grant) {
        return new ArrayList<>(together.getOrDefault(grant, Set.of()));
    }
}
