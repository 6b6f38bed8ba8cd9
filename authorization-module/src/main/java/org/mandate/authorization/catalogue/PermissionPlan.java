package org.mandate.authorization.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionDescribed;
import org.mandate.authorization.facts.AccessModel;

/** The permissions' part of a plan. */
final class PermissionPlan {

    private final List<PermissionEntry> entries;
    private final Map<String, String> standing;
    private final CatalogueFindings findings;

    PermissionPlan(List<PermissionEntry> entries, AccessModel state, CatalogueFindings findings) {
        this.entries = entries;
        this.standing = state.permissions();
        this.findings = findings;
    }

    /** All that stand once the catalogue is imported. */
    Set<String> known() {
        Set<String> known = new HashSet<>(standing.keySet());
        entries.forEach(entry -> known.add(entry.name()));
        return known;
    }

    Tally plan(List<Object> events) {
        Set<String> named = new HashSet<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < entries.size(); i++) {
            PermissionEntry entry = entries.get(i);
            if (!named.add(entry.name())) {
                findings.add("permissions[" + i + "].name", "`" + entry.name() + "` stands in the catalogue twice");
            } else {
                tally = plan(entry, events, tally);
            }
        }
        return tally;
    }

    private Tally plan(PermissionEntry entry, List<Object> events, Tally tally) {
        String present = standing.get(entry.name());
        if (present == null) {
            events.add(new PermissionDefined(entry.name(), entry.description().orElse("")));
            return tally.plusCreated();
        }
        String wanted = entry.description().orElse(present);
        if (present.equals(wanted)) {
            return tally.plusUnchanged();
        }
        events.add(new PermissionDescribed(entry.name(), wanted));
        return tally.plusChanged();
    }
}
