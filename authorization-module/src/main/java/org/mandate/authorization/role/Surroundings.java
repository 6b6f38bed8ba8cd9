package org.mandate.authorization.role;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.role.RoleOverview.Inheritance;

/** What stands above and beneath a role. */
final class Surroundings {

    private static final int MOST_EDGES = 200;

    private final Facts facts;

    Surroundings(Facts facts) {
        this.facts = facts;
    }

    RoleOverview of(RoleView role) {
        Map<String, List<String>> heirs = heirs();
        Set<Inheritance> edges = new LinkedHashSet<>();
        walk(role.name(), this::inherits, (from, to) -> edges.add(new Inheritance(from, to)));
        walk(
                role.name(),
                name -> heirs.getOrDefault(name, List.of()),
                (from, to) -> edges.add(new Inheritance(to, from)));
        List<Inheritance> shown = edges.stream().limit(MOST_EDGES).toList();
        return new RoleOverview(
                role, heirs.getOrDefault(role.name(), List.of()), sources(role), shown, shown.size() < edges.size());
    }

    private Map<String, List<String>> sources(RoleView role) {
        Set<String> above = new LinkedHashSet<>(List.of(role.name()));
        walk(role.name(), this::inherits, (from, to) -> above.add(to));
        Map<String, List<String>> sources = new TreeMap<>();
        role.effectivePermissions().forEach(permission -> sources.put(permission, new ArrayList<>()));
        for (String name : above) {
            facts.role(name)
                    .map(RoleFacts::permissions)
                    .ifPresent(held -> held.forEach(permission -> {
                        List<String> known = sources.get(permission);
                        if (known != null) {
                            known.add(name);
                        }
                    }));
        }
        return sources;
    }

    private List<String> inherits(String name) {
        return facts.role(name)
                .map(role -> role.inherits().stream().sorted().toList())
                .orElse(List.of());
    }

    private Map<String, List<String>> heirs() {
        Map<String, List<String>> heirs = new TreeMap<>();
        for (RoleFacts role : facts.roles()) {
            role.inherits()
                    .forEach(inherited -> heirs.computeIfAbsent(inherited, any -> new ArrayList<>())
                            .add(role.name()));
        }
        heirs.values().forEach(names -> names.sort(String::compareTo));
        return heirs;
    }

    private static void walk(String start, Function<String, List<String>> steps, Step step) {
        Set<String> seen = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String from = open.removeFirst();
            for (String to : steps.apply(from)) {
                step.taken(from, to);
                if (seen.add(to)) {
                    open.addLast(to);
                }
            }
        }
    }

    private interface Step {
        void taken(String from, String to);
    }
}
