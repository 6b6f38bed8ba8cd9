package org.mandate.authorization.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Grants;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.Moment;

/**
 * Since when an assignment gives somebody permissions: from its own beginning on, or since its role came to give them, by a
 * change of its own or of what it inherits from, or since a permission was defined for which a wildcard stands.
 */
final class GrantBeginnings {

    private final PastFacts past;
    private final PastChanges changes;
    private final Moment moment;
    private Optional<Map<String, NavigableSet<Long>>> definitions = Optional.empty();

    GrantBeginnings(PastFacts past, PastChanges changes, Moment moment) {
        this.past = past;
        this.changes = changes;
        this.moment = moment;
    }

    /** Of each of the names that it gives. */
    Map<String, Began> through(Assignment assignment, Set<String> names) {
        Map<String, Began> began = new HashMap<>();
        Set<String> pending = names;
        long[] positions = changes.ofRole(assignment.role())
                .filter(position -> position <= moment.position())
                .toArray();
        for (int i = positions.length - 1; i >= 0 && !pending.isEmpty(); i--) {
            long position = positions[i];
            if (position <= assignment.from() || !past.recordedAt(position).isAfter(Began.since(assignment))) {
                break;
            }
            Set<String> before = given(assignment, position - 1, pending);
            for (String name : pending) {
                if (!before.contains(name)) {
                    began.put(name, orDefined(name, Began.with(position, past), position, assignment));
                }
            }
            pending = before;
        }
        long first = Math.max(assignment.from(), Math.min(moment.position(), past.positionAt(Began.since(assignment))));
        pending.forEach(name -> began.put(name, orDefined(name, Began.with(assignment), first, assignment)));
        return began;
    }

    private boolean gives(Assignment assignment, long position, String name) {
        return given(assignment, position, Set.of(name)).contains(name);
    }

    /** Those of the names that the role gave at the position: by name, or by a wildcard once they were defined. */
    private Set<String> given(Assignment assignment, long position, Set<String> names) {
        Facts facts = past.at(position);
        Optional<RoleFacts> role = facts.role(assignment.role());
        if (role.isEmpty()) {
            return Set.of();
        }
        Grants grants = role.get().grants();
        Set<String> defined = new HashSet<>();
        names.stream()
                .filter(name -> !isWildcard(name) && facts.permission(name).isPresent())
                .forEach(defined::add);
        Set<String> named = defined.size() < names.size() ? grants.named() : Set.of();
        Set<String> given = new HashSet<>();
        for (String name : names) {
            if (defined.contains(name) ? grants.give(name) : named.contains(name)) {
                given.add(name);
            }
        }
        return given;
    }

    private static boolean isWildcard(String name) {
        return name.indexOf('*') >= 0;
    }

    /** A wildcard gives a permission only from its definition on, and not while it is retired. */
    private Began orDefined(String name, Began began, long position, Assignment assignment) {
        return definitions().getOrDefault(name, new TreeSet<>()).tailSet(position, false).descendingSet().stream()
                .filter(defined -> !gives(assignment, defined - 1, name))
                .findFirst()
                .map(defined -> Began.with(defined, past))
                .orElse(began);
    }

    /** Where each name of the catalogue changed. */
    private Map<String, NavigableSet<Long>> definitions() {
        Map<String, NavigableSet<Long>> known = definitions.orElseGet(() -> {
            Map<String, NavigableSet<Long>> byName = new HashMap<>();
            changes.catalogue()
                    .headMap(moment.position(), true)
                    .forEach((position, name) ->
                            byName.computeIfAbsent(name, any -> new TreeSet<>()).add(position));
            return byName;
        });
        definitions = Optional.of(known);
        return known;
    }
}
