package org.mandate.authorization.change;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastChanges.Version;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.reach.GainAndLoss;

/**
 * Goes through the versions of a role, and through what came into the catalogue and went while a wildcard of the role stood
 * for it.
 */
final class RoleWalk {

    private final PastFacts past;
    private final List<Version<RoleFacts>> versions;
    private final NavigableMap<Long, String> catalogue;
    private final List<Made> made = new ArrayList<>();
    private NavigableSet<String> held = new TreeSet<>();

    RoleWalk(PastFacts past, PastChanges changes, List<Version<RoleFacts>> versions) {
        this.past = past;
        this.versions = versions;
        this.catalogue = changes.catalogue();
    }

    /** What was made up to a position, oldest first. */
    List<Made> made(long to) {
        for (int i = 0; i < versions.size() && versions.get(i).from() <= to; i++) {
            Version<RoleFacts> version = versions.get(i);
            RoleFacts role = version.value();
            NavigableSet<String> now = role == null ? new TreeSet<>() : names(role, version.from());
            made.add(new Made(step(version.from(), true), GainAndLoss.between(held, now)));
            held = now;
            if (role != null && role.grants().standForMore()) {
                long next = i + 1 < versions.size() ? versions.get(i + 1).from() - 1 : to;
                followCatalogue(role, version.from(), Math.min(next, to));
            }
        }
        return made;
    }

    private NavigableSet<String> names(RoleFacts role, long position) {
        Set<String> known = role.grants().standForMore() ? past.at(position).permissions() : Set.of();
        return role.grants().names(known);
    }

    private void followCatalogue(RoleFacts role, long after, long upTo) {
        Set<String> named = role.grants().named();
        catalogue.subMap(after, false, upTo, true).forEach((position, name) -> {
            if (role.grants().give(name) && !named.contains(name)) {
                boolean stands = past.at(position).permission(name).isPresent();
                if (stands ? held.add(name) : held.remove(name)) {
                    GainAndLoss one = new GainAndLoss(new TreeSet<>(), new TreeSet<>());
                    (stands ? one.gained() : one.lost()).add(name);
                    made.add(new Made(step(position, false), one));
                }
            }
        });
    }

    private Step step(long position, boolean own) {
        return Step.event(position, past.recordedAt(position), own);
    }
}
