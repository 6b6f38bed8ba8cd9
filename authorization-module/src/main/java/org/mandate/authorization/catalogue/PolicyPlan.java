package org.mandate.authorization.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.facts.AccessModel;

/** The policies' part of a plan. */
final class PolicyPlan {

    private final List<PolicyEntry> entries;
    private final Map<String, PolicyDefined> standing;
    private final Set<String> roles;
    private final CatalogueFindings findings;

    PolicyPlan(List<PolicyEntry> entries, AccessModel state, Set<String> roles, CatalogueFindings findings) {
        this.entries = entries;
        this.standing = entries.isEmpty() ? Map.of() : state.policies();
        this.roles = roles;
        this.findings = findings;
    }

    Tally plan(List<Object> events) {
        Set<String> named = new HashSet<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < entries.size(); i++) {
            PolicyEntry entry = entries.get(i);
            Plans.requireRoles(entry.roles(), roles, "policies[" + i + "]", findings);
            if (!named.add(entry.id())) {
                findings.add("policies[" + i + "].id", "`" + entry.id() + "` stands in the catalogue twice");
            } else {
                tally = plan(entry, events, tally);
            }
        }
        return tally;
    }

    private Tally plan(PolicyEntry entry, List<Object> events, Tally tally) {
        PolicyDefined present = standing.get(entry.id());
        PolicyDefined wanted = wanted(entry, present == null ? "" : present.description());
        if (present == null) {
            events.add(wanted);
            return tally.plusCreated();
        }
        if (present.equals(wanted)) {
            return tally.plusUnchanged();
        }
        events.add(new PolicyChanged(
                wanted.policyId(),
                wanted.description(),
                wanted.effect(),
                wanted.resourceType(),
                wanted.actions(),
                wanted.roles(),
                wanted.condition()));
        return tally.plusChanged();
    }

    private static PolicyDefined wanted(PolicyEntry entry, String otherwise) {
        return new PolicyDefined(
                entry.id(),
                entry.description().orElse(otherwise),
                entry.effect(),
                entry.resourceType(),
                List.copyOf(new TreeSet<>(entry.actions())),
                List.copyOf(new TreeSet<>(entry.roles())),
                entry.condition().orElse(null));
    }
}
