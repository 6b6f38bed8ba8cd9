package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.facts.AccessModel;
import org.mandate.authorization.facts.InheritanceCycle;
import org.mandate.authorization.role.RoleChanges;

/**
 * The roles' part of a plan. Known roles first lose what they must, then the new ones are defined behind what they inherit,
 * then known roles gain: so no state on the way has a cycle that the last one has not.
 */
final class RolePlan {

    private final List<RoleEntry> entries;
    private final Map<String, RoleDefined> standing;
    private final Set<String> permissions;
    private final CatalogueFindings findings;
    private final Map<String, RoleEntry> named = new LinkedHashMap<>();

    RolePlan(List<RoleEntry> entries, AccessModel state, Set<String> permissions, CatalogueFindings findings) {
        this.entries = entries;
        this.standing = state.roles();
        this.permissions = permissions;
        this.findings = findings;
    }

    /** All that stand once the catalogue is imported. */
    Set<String> known() {
        Set<String> known = new HashSet<>(standing.keySet());
        entries.forEach(entry -> known.add(entry.name()));
        return known;
    }

    Tally plan(List<Object> events) {
        Set<String> known = known();
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i), "roles[" + i + "]", known);
        }
        Map<String, Collection<String>> inherits = inherits();
        RoleOrder order = RoleOrder.of(inherits);
        nameCycles(order.cyclic(), inherits);
        return plan(order, events);
    }

    private void nameCycles(Set<String> cyclic, Map<String, Collection<String>> inherits) {
        Map<String, InheritanceCycle> known = new HashMap<>();
        Function<String, Collection<String>> of = role -> inherits.getOrDefault(role, List.of());
        for (int i = 0; i < entries.size() && !cyclic.isEmpty(); i++) {
            String name = entries.get(i).name();
            if (!cyclic.contains(name)) {
                continue;
            }
            if (!known.containsKey(name)) {
                InheritanceCycle.through(name, of.apply(name), of)
                        .ifPresent(cycle -> cycle.roles().forEach(role -> known.putIfAbsent(role, cycle)));
            }
            InheritanceCycle cycle = known.get(name);
            if (cycle != null) {
                findings.add("roles[" + i + "].inherits", cycle.from(name).toString());
            }
        }
    }

    private void check(RoleEntry entry, String path, Set<String> known) {
        if (named.putIfAbsent(entry.name(), entry) != null) {
            findings.add(path + ".name", "`" + entry.name() + "` stands in the catalogue twice");
        }
        for (int i = 0; i < entry.permissions().size(); i++) {
            String permission = entry.permissions().get(i);
            if (!permissions.contains(permission) && !Vocabulary.isWildcard(permission)) {
                findings.add(path + ".permissions[" + i + "]", "there is no permission `" + permission + "`");
            }
        }
        for (int i = 0; i < entry.inherits().size(); i++) {
            String inherited = entry.inherits().get(i);
            if (!known.contains(inherited)) {
                findings.add(path + ".inherits[" + i + "]", "there is no role `" + inherited + "`");
            }
        }
    }

    private Map<String, Collection<String>> inherits() {
        Map<String, Collection<String>> inherits = new LinkedHashMap<>();
        standing.forEach((name, role) -> inherits.put(name, role.inherits()));
        named.forEach((name, entry) -> inherits.put(name, entry.inherits()));
        return inherits;
    }

    private Tally plan(RoleOrder order, List<Object> events) {
        List<RoleEvent> losing = new ArrayList<>();
        Map<String, RoleEvent> defining = new HashMap<>();
        List<RoleEvent> gaining = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (RoleEntry entry : named.values()) {
            RoleDefined present = standing.get(entry.name());
            if (present == null) {
                defining.put(entry.name(), wanted(entry, ""));
                tally = tally.plusCreated();
                continue;
            }
            List<RoleEvent> changes = RoleChanges.between(present, wanted(entry, present.description()));
            changes.forEach(event -> (gains(event) ? gaining : losing).add(event));
            tally = changes.isEmpty() ? tally.plusUnchanged() : tally.plusChanged();
        }
        events.addAll(losing);
        order.ordered().stream()
                .filter(defining::containsKey)
                .map(defining::get)
                .forEach(events::add);
        events.addAll(gaining);
        return tally;
    }

    private static boolean gains(RoleEvent event) {
        return event instanceof RolePermissionGranted || event instanceof RoleInheritanceAdded;
    }

    private static RoleDefined wanted(RoleEntry entry, String otherwise) {
        return new RoleDefined(
                entry.name(),
                entry.description().orElse(otherwise),
                List.copyOf(new TreeSet<>(entry.permissions())),
                List.copyOf(new TreeSet<>(entry.inherits())));
    }
}
