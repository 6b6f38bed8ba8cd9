package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All policies that stand together, found by the type of resource that they speak of. Immutable, and its lists to be read only. */
final class PolicySet {

    static final PolicySet NONE = new PolicySet(List.of());

    private final List<PolicyFacts> all;
    private final Map<String, List<PolicyFacts>> byType = new HashMap<>();
    private final List<PolicyFacts> forEveryType = new ArrayList<>();

    private PolicySet(List<PolicyFacts> all) {
        this.all = Collections.unmodifiableList(all);
        for (PolicyFacts policy : all) {
            if (policy.resourceType().equals(PolicyFacts.EVERY_TYPE)) {
                forEveryType.add(policy);
                byType.values().forEach(listed -> listed.add(policy));
            } else {
                byType.computeIfAbsent(policy.resourceType(), type -> new ArrayList<>(forEveryType))
                        .add(policy);
            }
        }
    }

    /** With this policy under its id, or with none. */
    PolicySet with(String id, @Nullable PolicyFacts policy) {
        List<PolicyFacts> changed = new ArrayList<>(all);
        changed.removeIf(one -> one.id().equals(id));
        if (policy != null) {
            changed.add(policy);
            changed.sort(PolicyFacts.BY_ID);
        }
        return new PolicySet(changed);
    }

    /** Ordered by id. */
    List<PolicyFacts> all() {
        return all;
    }

    /** The policies that speak of the type, those for every type among them, ordered by id. */
    List<PolicyFacts> on(String resourceType) {
        return byType.getOrDefault(resourceType, forEveryType);
    }
}
