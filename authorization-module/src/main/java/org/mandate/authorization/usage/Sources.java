package org.mandate.authorization.usage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;

/** The permissions of roles through which an assigned role gives another permission. One thread uses it. */
final class Sources {

    private static final String ANY = "*";
    private static final int MOST_KEPT = 100_000;

    private final Map<Key, Known> kept = new HashMap<>();

    private record Key(String role, String permission) {}

    /** Right for as long as the role is the same: whatever it inherits makes it another when it changes. */
    private record Known(RoleFacts role, Set<Grant.Permitted> entries) {}

    Set<Grant.Permitted> of(Facts facts, RoleFacts role, String permission) {
        Key key = new Key(role.name(), permission);
        Known known = kept.get(key);
        if (known == null || !known.role().equals(role)) {
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            known = new Known(role, find(facts, role, permission));
            kept.put(key, known);
        }
        return known.entries();
    }

    private static Set<Grant.Permitted> find(Facts facts, RoleFacts role, String permission) {
        Set<Grant.Permitted> entries = new LinkedHashSet<>();
        for (String name : role.roles()) {
            if (name.equals(RoleFacts.ADMIN)) {
                entries.add(new Grant.Permitted(name, ANY));
            }
            facts.role(name)
                    .ifPresent(each -> each.permissions().stream()
                            .filter(held -> covers(held, permission))
                            .forEach(held -> entries.add(new Grant.Permitted(name, held))));
        }
        return Set.copyOf(entries);
    }

    /** Whether a permission that a role holds is, or stands for, the other. */
    static boolean covers(String held, String permission) {
        int mine = held.indexOf(':');
        int theirs = permission.indexOf(':');
        return mine >= 0
                && theirs >= 0
                && part(held.substring(0, mine), permission.substring(0, theirs))
                && part(held.substring(mine + 1), permission.substring(theirs + 1));
    }

    private static boolean part(String held, String asked) {
        return held.equals(ANY) || held.equals(asked);
    }
}
