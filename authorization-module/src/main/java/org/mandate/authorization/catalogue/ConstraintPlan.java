package org.mandate.authorization.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.facts.AccessModel;

/** The constraints' part of a plan. */
final class ConstraintPlan {

    private final List<ConstraintEntry> entries;
    private final Map<String, ConstraintDefined> standing;
    private final Set<String> roles;
    private final CatalogueFindings findings;

    ConstraintPlan(List<ConstraintEntry> entries, AccessModel state, Set<String> roles, CatalogueFindings findings) {
        this.entries = entries;
        this.standing = entries.isEmpty() ? Map.of() : state.constraints();
        this.roles = roles;
        this.findings = findings;
    }

    Tally plan(List<Object> events, AssignmentIds ids) {
        Set<String> named = new HashSet<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < entries.size(); i++) {
            ConstraintEntry entry = entries.get(i);
            Plans.requireRoles(entry.roles(), roles, "constraints[" + i + "]", findings);
            if (entry.id().isPresent() && !named.add(entry.id().get())) {
                findings.add("constraints[" + i + "].id", "`" + entry.id().get() + "` stands in the catalogue twice");
            } else {
                tally = plan(entry, events, tally, ids);
            }
        }
        return tally;
    }

    private Tally plan(ConstraintEntry entry, List<Object> events, Tally tally, AssignmentIds ids) {
        List<String> sorted = List.copyOf(new TreeSet<>(entry.roles()));
        if (standing.values().stream()
                .anyMatch(present ->
                        entry.id().map(present.constraintId()::equals).orElse(true)
                                && present.roles().equals(sorted)
                                && present.max() == entry.max())) {
            return tally.plusUnchanged();
        }
        String id = entry.id().orElseGet(ids::next);
        if (standing.containsKey(id)) {
            events.add(new ConstraintChanged(id, sorted, entry.max()));
            return tally.plusChanged();
        }
        events.add(new ConstraintDefined(id, sorted, entry.max()));
        return tally.plusCreated();
    }
}
