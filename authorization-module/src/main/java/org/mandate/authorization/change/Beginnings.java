package org.mandate.authorization.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.PastAccess.HeldPermission;
import org.mandate.authorization.history.PastAccess.Origin;
import org.mandate.authorization.history.Source;

/**
 * Finds since when somebody holds each permission through each of its sources: it goes back through the changes that the source
 * depends on, to the one before which it did not give the permission.
 */
final class Beginnings {

    private final PastEvents events;
    private final GrantBeginnings grants;
    private final PolicyBeginnings policies;

    Beginnings(PastFacts past, PastChanges changes, PastEvents events, SubjectId subject, Moment moment) {
        this.events = events;
        this.grants = new GrantBeginnings(past, changes, moment);
        this.policies = new PolicyBeginnings(past, changes, subject, moment);
    }

    /** The permissions, each with everything that gives it, since when, and by whom. */
    List<HeldPermission> told(SortedMap<String, List<Source>> permissions) {
        Map<String, Set<String>> bySource = new HashMap<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        permissions.forEach((name, from) -> from.forEach(source -> {
            sources.putIfAbsent(key(source), source);
            bySource.computeIfAbsent(key(source), any -> new HashSet<>()).add(name);
        }));
        Map<String, Map<String, Began>> began = new HashMap<>();
        sources.forEach((key, source) -> began.put(key, began(source, bySource.getOrDefault(key, Set.of()))));
        Map<Long, History.Entry> entries = ChangeQueries.entries(events, positions(began.values()));
        List<HeldPermission> told = new ArrayList<>();
        permissions.forEach((name, from) -> {
            List<Origin> origins = new ArrayList<>();
            for (Source source : from) {
                Optional.ofNullable(began.get(key(source)))
                        .map(each -> each.get(name))
                        .ifPresent(one -> origins.add(origin(source, one, entries)));
            }
            told.add(new HeldPermission(name, origins));
        });
        return told;
    }

    private static List<Long> positions(Collection<Map<String, Began>> began) {
        return began.stream()
                .flatMap(each -> each.values().stream())
                .map(Began::position)
                .distinct()
                .sorted()
                .toList();
    }

    private static Origin origin(Source source, Began began, Map<Long, History.Entry> entries) {
        return new Origin(
                source,
                began.at(),
                Optional.ofNullable(entries.get(began.position()))
                        .map(History.Entry::actor)
                        .orElse(began.by()));
    }

    private static String key(Source source) {
        return source.assignment().map(Assignment::id).orElseGet(() -> "policy " + source.policy());
    }

    private Map<String, Began> began(Source source, Set<String> names) {
        return source.assignment()
                .map(assignment -> grants.through(assignment, names))
                .orElseGet(() -> policies.through(source.policy().orElse(""), names));
    }
}
