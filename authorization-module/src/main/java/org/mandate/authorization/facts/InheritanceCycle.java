package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A way that leads from a role, over what it would inherit, back to itself.
 * @param roles the role, what it inherits and so on, and the role again
 */
public record InheritanceCycle(List<String> roles) {

    private static final int MOST_NAMED = 66;

    public InheritanceCycle {
        roles = List.copyOf(roles);
    }

    /** The shortest one that the role would be on if it inherited these; without recursion, since chains may be long. */
    public static Optional<InheritanceCycle> through(
            String role, Collection<String> inherited, Function<String, ? extends Collection<String>> inherits) {
        Map<String, String> heirs = new HashMap<>();
        Deque<String> reached = new ArrayDeque<>();
        reach(role, inherited, heirs, reached);
        while (!heirs.containsKey(role) && !reached.isEmpty()) {
            String next = reached.remove();
            reach(next, inherits.apply(next), heirs, reached);
        }
        return heirs.containsKey(role) ? Optional.of(backFrom(role, heirs)) : Optional.empty();
    }

    private static void reach(
            String heir, Collection<String> inherited, Map<String, String> heirs, Deque<String> reached) {
        for (String each : inherited) {
            if (heirs.putIfAbsent(each, heir) == null) {
                reached.add(each);
            }
        }
    }

    private static InheritanceCycle backFrom(String role, Map<String, String> heirs) {
        List<String> way = new ArrayList<>(List.of(role));
        String heir = role;
        do {
            heir = Objects.requireNonNull(heirs.get(heir));
            way.add(heir);
        } while (!heir.equals(role));
        Collections.reverse(way);
        return new InheritanceCycle(way);
    }

    /** The same, as seen from another role on it. */
    public InheritanceCycle from(String role) {
        int start = roles.indexOf(role);
        List<String> way = new ArrayList<>(roles.subList(start, roles.size() - 1));
        way.addAll(roles.subList(0, start + 1));
        return new InheritanceCycle(way);
    }

    @Override
    public String toString() {
        return "role `" + roles.get(0) + "` would inherit from itself: " + way();
    }

    /** A cycle may be longer than anybody reads; its ends say where to cut it. */
    private String way() {
        if (roles.size() <= MOST_NAMED) {
            return String.join(" -> ", roles);
        }
        int half = MOST_NAMED / 2;
        return String.join(" -> ", roles.subList(0, half)) + " -> (" + (roles.size() - 2 * half) + " more) -> "
                + String.join(" -> ", roles.subList(roles.size() - half, roles.size()));
    }
}
