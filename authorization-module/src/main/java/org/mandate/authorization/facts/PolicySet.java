package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All policies that stand together, found by the type of resource that they speak of. Immutable. */
abstract sealed class PolicySet permits WholePolicies, ChangedPolicies {

    /** With this policy under its id, or with none. */
    final PolicySet with(String id, @Nullable PolicyFacts policy) {
        NavigableMap<String, PolicyFacts> changed = new TreeMap<>(byId());
        put(changed, id, policy);
        return new WholePolicies(changed);
    }

    static void put(NavigableMap<String, PolicyFacts> into, String id, @Nullable PolicyFacts policy) {
        if (policy == null) {
            into.remove(id);
        } else {
            into.put(id, policy);
        }
    }

    final Collection<PolicyFacts> all() {
        return Collections.unmodifiableCollection(byId().values());
    }

    /** To be read only. */
    abstract NavigableMap<String, PolicyFacts> byId();

    /** The policies that speak of the type, those for every type among them, ordered by id. To be read only. */
    abstract List<PolicyFacts> on(String resourceType);
}
