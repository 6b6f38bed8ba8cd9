package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Policies that are kept for themselves, as they are asked fastest. Immutable. */
final class WholePolicies extends PolicySet {

    static final PolicySet NONE = new WholePolicies(new TreeMap<>());

    private final NavigableMap<String, PolicyFacts> byId;
    private final Map<String, List<PolicyFacts>> byType = new HashMap<>();
    private final List<PolicyFacts> forEveryType = new ArrayList<>();

    WholePolicies(NavigableMap<String, PolicyFacts> byId) {
        this.byId = byId;
        for (PolicyFacts policy : byId.values()) {
            if (policy.resourceType().equals(PolicyFacts.EVERY_TYPE)) {
                forEveryType.add(policy);
                byType.values().forEach(listed -> listed.add(policy));
            } else {
                byType.computeIfAbsent(policy.resourceType(), type -> new ArrayList<>(forEveryType))
                        .add(policy);
            }
        }
    }

    @Override
    NavigableMap<String, PolicyFacts> byId() {
        return byId;
    }

    @Override
    List<PolicyFacts> on(String resourceType) {
        return byType.getOrDefault(resourceType, forEveryType);
    }
}
