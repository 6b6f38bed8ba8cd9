package org.mandate.authorization.catalogue;

import java.util.List;
import java.util.Set;

/** What the parts of a plan have in common. */
final class Plans {

    private Plans() {}

    /** Every one of the roles that an entry names stands, or will. */
    static void requireRoles(List<String> named, Set<String> known, String path, CatalogueFindings findings) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                findings.add(path + ".roles[" + i + "]", "there is no role `" + named.get(i) + "`");
            }
        }
    }
}
