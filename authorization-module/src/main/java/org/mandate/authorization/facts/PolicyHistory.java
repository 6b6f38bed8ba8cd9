package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One policy through history, and all that it ever spoke of, so that whoever asks of something else need not look for the
 * version that stood. One writer, any number of readers.
 */
final class PolicyHistory {

    private final String id;
    private volatile Timeline<PolicyFacts> versions;
    private volatile Set<String> types;
    private volatile Set<String> actions;
    private volatile boolean everyAction;

    PolicyHistory(String id) {
        this.id = id;
        this.versions = Timeline.empty();
        this.types = Set.of();
        this.actions = Set.of();
    }

    private PolicyHistory(PolicyHistory other, long position) {
        this.id = other.id;
        this.versions = other.versions.until(position);
        this.types = other.types;
        this.actions = other.actions;
        this.everyAction = other.everyAction;
    }

    String id() {
        return id;
    }

    /** One of its own that knows what this knew at the position, and goes another way. */
    PolicyHistory until(long position) {
        return new PolicyHistory(this, position);
    }

    void add(long position, @Nullable PolicyFacts policy) {
        if (policy != null) {
            types = with(types, Set.of(policy.resourceType()));
            actions = with(actions, policy.actions());
            everyAction |= policy.actions().isEmpty();
        }
        versions = versions.then(position, policy);
    }

    Timeline<PolicyFacts> versions() {
        return versions;
    }

    /** The types that it ever spoke of, that for every type among them where it did. */
    Set<String> types() {
        return types;
    }

    boolean everSpokeOfType(String type) {
        Set<String> spokenOf = types;
        return spokenOf.contains(type) || spokenOf.contains(PolicyFacts.EVERY_TYPE);
    }

    boolean everSpokeOf(String action) {
        return everyAction || actions.contains(action);
    }

    @Nullable
    PolicyFacts at(long position) {
        return versions.at(position);
    }

    /** Null also where it spoke of another type. */
    @Nullable
    PolicyFacts at(long position, String type) {
        PolicyFacts policy = at(position);
        return policy != null && policy.speaksOfType(type) ? policy : null;
    }

    /** Null also where it never spoke of the action. */
    @Nullable
    PolicyFacts at(long position, String type, String action) {
        return everSpokeOf(action) ? at(position, type) : null;
    }

    private static Set<String> with(Set<String> known, Set<String> more) {
        if (known.containsAll(more)) {
            return known;
        }
        Set<String> all = new HashSet<>(known);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
