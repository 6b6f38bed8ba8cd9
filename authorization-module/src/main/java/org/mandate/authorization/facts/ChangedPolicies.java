package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Policies that are others but for a few: what stood together for a time. They are asked a little slower and take the room of
 * what changed. Immutable.
 */
abstract sealed class ChangedPolicies extends PolicySet {

    private final PolicySet before;

    private ChangedPolicies(PolicySet before) {
        this.before = before;
    }

    /** The same as the policies now, as a change of those before. */
    static PolicySet between(PolicySet before, PolicySet now) {
        NavigableMap<String, PolicyFacts> old = before.byId();
        NavigableMap<String, @Nullable PolicyFacts> changes = new TreeMap<>();
        old.keySet().forEach(id -> changes.put(id, null));
        now.byId().forEach((id, policy) -> {
            if (policy.equals(old.get(id))) {
                changes.remove(id);
            } else {
                changes.put(id, policy);
            }
        });
        if (changes.size() == 1) {
            String id = changes.firstKey();
            return new ByOne(before, id, changes.get(id));
        }
        return changes.size() > old.size() / 2 ? now : new BySome(before, changes);
    }

    /** What is told of each change. */
    interface Teller {
        void changed(String id, @Nullable PolicyFacts now);
    }

    /** How nearly all change. */
    private static final class ByOne extends ChangedPolicies {

        private final String id;
        private final @Nullable PolicyFacts now;

        ByOne(PolicySet before, String id, @Nullable PolicyFacts now) {
            super(before);
            this.id = id;
            this.now = now;
        }

        @Override
        void tell(Teller teller) {
            teller.changed(id, now);
        }
    }

    private static final class BySome extends ChangedPolicies {

        private final String[] ids;
        private final @Nullable PolicyFacts[] now;

        BySome(PolicySet before, NavigableMap<String, @Nullable PolicyFacts> changes) {
            super(before);
            this.ids = changes.keySet().toArray(String[]::new);
            this.now = changes.values().toArray(PolicyFacts[]::new);
        }

        @Override
        void tell(Teller teller) {
            for (int i = 0; i < ids.length; i++) {
                teller.changed(ids[i], now[i]);
            }
        }
    }

    abstract void tell(Teller teller);

    @Override
    final NavigableMap<String, PolicyFacts> byId() {
        Deque<ChangedPolicies> changes = new ArrayDeque<>();
        NavigableMap<String, PolicyFacts> all = new TreeMap<>(whole(changes).byId());
        changes.forEach(change -> change.tell((id, now) -> put(all, id, now)));
        return all;
    }

    @Override
    final List<PolicyFacts> on(String resourceType) {
        Deque<ChangedPolicies> changes = new ArrayDeque<>();
        Listed listed = new Listed(resourceType, whole(changes).on(resourceType));
        changes.forEach(change -> change.tell(listed));
        return listed.policies;
    }

    /** Where the changes begin, and these from the oldest to the newest. */
    private PolicySet whole(Deque<ChangedPolicies> changes) {
        PolicySet first = this;
        while (first instanceof ChangedPolicies changed) {
            changes.push(changed);
            first = changed.before;
        }
        return first;
    }

    /** The policies on a type, ordered by id. Most changes are of other types, so the list is copied at the first that is not. */
    private static final class Listed implements Teller {

        private final String type;
        private List<PolicyFacts> policies;
        private boolean copied;

        Listed(String type, List<PolicyFacts> policies) {
            this.type = type;
            this.policies = policies;
        }

        @Override
        public void changed(String id, @Nullable PolicyFacts now) {
            int place = place(id);
            if (now != null && now.speaksOfType(type)) {
                if (place >= 0) {
                    own().set(place, now);
                } else {
                    own().add(-place - 1, now);
                }
            } else if (place >= 0) {
                own().remove(place);
            }
        }

        private List<PolicyFacts> own() {
            if (!copied) {
                policies = new ArrayList<>(policies);
                copied = true;
            }
            return policies;
        }

        /** As {@link java.util.Collections#binarySearch} has it. */
        private int place(String id) {
            int low = 0;
            int high = policies.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                int compared = policies.get(middle).id().compareTo(id);
                if (compared == 0) {
                    return middle;
                }
                if (compared < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return -low - 1;
        }
    }
}
