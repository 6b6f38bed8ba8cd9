package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All policies that stand together, found by the type of resource that they speak of. Immutable. */
final class PolicySet {

    static final PolicySet NONE = new PolicySet(new TreeMap<>());

    private static final String EVERY_TYPE = "*";

    private final NavigableMap<String, PolicyFacts> byId;
    private final Map<String, List<PolicyFacts>> byType = new HashMap<>();
    private final List<PolicyFacts> forEveryType = new ArrayList<>();

    private PolicySet(NavigableMap<String, PolicyFacts> byId) {
        this.byId = byId;
        for (PolicyFacts policy : byId.values()) {
            if (policy.resourceType().equals(EVERY_TYPE)) {
                forEveryType.add(policy);
                byType.values().forEach(listed -> listed.add(policy));
            } else {
                byType.computeIfAbsent(policy.resourceType(), type -> new ArrayList<>(forEveryType))
                        .add(policy);
            }
        }
    }

    PolicySet with(String id, @Nullable PolicyFacts policy) {
        NavigableMap<String, PolicyFacts> changed = new TreeMap<>(byId);
        if (policy == null) {
            changed.remove(id);
        } else {
            changed.put(id, policy);
        }
        return new PolicySet(changed);
    }

    Collection<PolicyFacts> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    List<PolicyFacts> on(String resourceType) {
        return byType.getOrDefault(resourceType, forEveryType);
    }
}
