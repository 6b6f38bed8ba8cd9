package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Policies through history, by id and by the type of resource that they ever spoke of. What stands now is kept whole besides:
 * nearly every question is about it. One writer, any number of readers. Layers as {@link Table} does.
 */
final class PolicyTable {

    private static final PolicyHistory[] NONE = {};
    private static final Comparator<PolicyHistory> BY_ID = Comparator.comparing(PolicyHistory::id);

    private final @Nullable PolicyTable below;
    private final Table<String, PolicyHistory> byId;
    private final Map<String, PolicyHistory[]> byType = new ConcurrentHashMap<>();
    private volatile PolicyHistory[] forEveryType = NONE;
    private volatile PolicyHistory[] all = NONE;
    private volatile @Nullable Present present;

    /** What stands, from the last change on; a layer has none, since what lies below goes on by itself. */
    private record Present(long from, PolicySet policies) {}

    /** @param from of the other's policies, what came behind this position is left out where they change here */
    PolicyTable(@Nullable PolicyTable below, long from) {
        this.below = below;
        this.byId = new Table<>(below == null ? null : below.byId, history -> history.until(from));
        this.present = below == null ? new Present(Long.MIN_VALUE, PolicySet.NONE) : null;
    }

    @Nullable
    PolicyHistory get(String id) {
        return byId.get(id);
    }

    /** What the writer goes on from. */
    @Nullable
    PolicyFacts latest(String id) {
        PolicyHistory last = byId.last(id);
        return last == null ? null : last.versions().latest();
    }

    Set<String> ids() {
        return byId.keys();
    }

    /**
     * The policy is this from the position on, or none. Who asks of an older position may find that what stands now has passed
     * it; the histories tell all up to there, since each change is in them before the next one comes.
     */
    void put(String id, long position, @Nullable PolicyFacts policy) {
        PolicyHistory known = byId.last(id);
        PolicyHistory history = known == null ? new PolicyHistory(id) : known;
        history.add(position, policy);
        byId.put(id, history);
        all = with(all, history);
        history.types().forEach(type -> list(type, history));
        Present was = present;
        if (was != null) {
            present = new Present(position, was.policies().with(id, policy));
        }
    }

    /** Every policy that stood, ordered by id. */
    List<PolicyFacts> all(long position) {
        PolicySet whole = whole(position);
        if (whole != null) {
            return whole.all();
        }
        List<PolicyFacts> mine = stood(all, history -> history.at(position));
        return below == null ? mine : over(below.all(position), mine);
    }

    /** The policies that spoke of the type, ordered by id. */
    List<PolicyFacts> on(String type, long position) {
        PolicySet whole = whole(position);
        if (whole != null) {
            return whole.on(type);
        }
        List<PolicyFacts> mine = stood(everOn(type), history -> history.at(position, type));
        return below == null ? mine : over(below.on(type, position), mine);
    }

    /** The same, in the past without those that never spoke of the action. */
    List<PolicyFacts> on(String type, String action, long position) {
        PolicySet whole = whole(position);
        if (whole != null) {
            return whole.on(type);
        }
        List<PolicyFacts> mine = stood(everOn(type), history -> history.at(position, type, action));
        return below == null ? mine : over(below.on(type, action, position), mine);
    }

    /** What stood where it is the same as stands now. */
    private @Nullable PolicySet whole(long position) {
        Present now = present;
        return now != null && now.from() <= position ? now.policies() : null;
    }

    private PolicyHistory[] everOn(String type) {
        return byType.getOrDefault(type, forEveryType);
    }

    private static List<PolicyFacts> stood(
            PolicyHistory[] histories, Function<PolicyHistory, @Nullable PolicyFacts> found) {
        List<PolicyFacts> stood = new ArrayList<>();
        for (PolicyHistory history : histories) {
            PolicyFacts policy = found.apply(history);
            if (policy != null) {
                stood.add(policy);
            }
        }
        return stood;
    }

    /** Of what lies below, what never changed here, and what is here instead. */
    private List<PolicyFacts> over(List<PolicyFacts> theirs, List<PolicyFacts> mine) {
        if (all.length == 0) {
            return theirs;
        }
        List<PolicyFacts> together = new ArrayList<>(mine);
        for (PolicyFacts policy : theirs) {
            if (!byId.changed(policy.id())) {
                together.add(policy);
            }
        }
        together.sort(PolicyFacts.BY_ID);
        return together;
    }

    private void list(String type, PolicyHistory history) {
        if (type.equals(PolicyFacts.EVERY_TYPE)) {
            forEveryType = with(forEveryType, history);
            byType.replaceAll((any, listed) -> with(listed, history));
        } else {
            byType.put(type, with(everOn(type), history));
        }
    }

    /** Ordered by id, and each once. */
    private static PolicyHistory[] with(PolicyHistory[] listed, PolicyHistory history) {
        int found = Arrays.binarySearch(listed, history, BY_ID);
        if (found >= 0) {
            return listed;
        }
        int place = -found - 1;
        PolicyHistory[] longer = Arrays.copyOf(listed, listed.length + 1);
        System.arraycopy(listed, place, longer, place + 1, listed.length - place);
        longer[place] = history;
        return longer;
    }
}
