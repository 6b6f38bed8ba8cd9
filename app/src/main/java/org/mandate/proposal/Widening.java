package org.mandate.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.facts.AccessModel;

/** What a catalogue that is only added comes to: roles with all that they have besides. That is what an import could be asked for. */
final class Widening {

    private Widening() {}

    /** @param findings gains a fault for each role that does not stand, for nothing can be added to it */
    static Catalogue of(Catalogue added, AccessModel model, CatalogueFindings findings) {
        if (added.roles().isEmpty()) {
            return added;
        }
        Map<String, RoleDefined> standing = model.roles();
        List<RoleEntry> roles = new ArrayList<>();
        for (int i = 0; i < added.roles().size(); i++) {
            RoleEntry entry = added.roles().get(i);
            RoleDefined role = standing.get(entry.name());
            if (role == null) {
                findings.add("roles[" + i + "].name", "there is no role `" + entry.name() + "`");
            }
            roles.add(role == null ? entry : widened(entry, role, standing.keySet()));
        }
        return new Catalogue(
                added.permissions(), roles, added.subjects(), added.entities(), added.policies(), added.constraints());
    }

    /** A change before may have left an edge to a role that is gone. */
    private static RoleEntry widened(RoleEntry entry, RoleDefined role, Set<String> standing) {
        List<String> inherited =
                role.inherits().stream().filter(standing::contains).toList();
        return new RoleEntry(
                entry.name(),
                entry.description(),
                both(entry.permissions(), role.permissions()),
                both(entry.inherits(), inherited));
    }

    /** What is named stands first, where its faults are looked for. */
    private static List<String> both(List<String> named, Collection<String> standing) {
        Set<String> both = new LinkedHashSet<>(standing);
        named.forEach(both::remove);
        List<String> all = new ArrayList<>(named);
        all.addAll(both);
        return all;
    }
}
