package org.mandate.authorization.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Roles so ordered that each stands behind all that it inherits; without recursion, since chains may be long. */
final class RoleOrder {

    private final List<String> ordered;
    private final Set<String> cyclic;

    private RoleOrder(List<String> ordered, Set<String> cyclic) {
        this.ordered = ordered;
        this.cyclic = cyclic;
    }

    /** What is inherited but is no key of the map plays no part. */
    static RoleOrder of(Map<String, ? extends Collection<String>> inherits) {
        var remaining = new LinkedHashSet<>(inherits.keySet());
        var forward = within(inherits, remaining);
        List<String> ordered = peel(forward, remaining);
        // What inherits from a cycle is left over too; taking it off from the other end leaves the cycles alone.
        peel(reversed(within(forward, remaining)), remaining);
        return new RoleOrder(ordered, remaining);
    }

    /** Every role that is on no cycle and inherits from none. */
    List<String> ordered() {
        return ordered;
    }

    /** The roles that would inherit from themselves. */
    Set<String> cyclic() {
        return cyclic;
    }

    /** Takes off, again and again, what needs nothing that remains. */
    private static List<String> peel(Map<String, List<String>> needs, Set<String> remaining) {
        Map<String, List<String>> neededBy = reversed(needs);
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        needs.forEach((name, needed) -> {
            open.put(name, needed.size());
            if (needed.isEmpty()) {
                ready.add(name);
            }
        });
        List<String> peeled = new ArrayList<>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            peeled.add(name);
            remaining.remove(name);
            for (String dependent : neededBy.getOrDefault(name, List.of())) {
                if (open.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        return peeled;
    }

    private static Map<String, List<String>> within(
            Map<String, ? extends Collection<String>> edges, Set<String> names) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        edges.forEach((name, targets) -> {
            if (names.contains(name)) {
                kept.put(
                        name,
                        targets.stream().filter(names::contains).distinct().toList());
            }
        });
        return kept;
    }

    private static Map<String, List<String>> reversed(Map<String, List<String>> edges) {
        Map<String, List<String>> reversed = new LinkedHashMap<>();
        edges.keySet().forEach(name -> reversed.put(name, new ArrayList<>()));
        edges.forEach((name, targets) -> targets.forEach(target ->
                reversed.computeIfAbsent(target, none -> new ArrayList<>()).add(name)));
        return reversed;
    }
}
