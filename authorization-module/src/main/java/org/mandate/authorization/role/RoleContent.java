package org.mandate.authorization.role;

import java.util.List;
import java.util.Set;
import org.mandate.authorization.ContentTag;
import org.mandate.authorization.Tagged;

/** What a role itself says; whatever it inherits is not in it. */
public record RoleContent(String description, Set<String> permissions, Set<String> inherits) implements Tagged {

    public RoleContent {
        permissions = Set.copyOf(permissions);
        inherits = Set.copyOf(inherits);
    }

    @Override
    public String tag() {
        return ContentTag.of(List.of(description), sorted(permissions), sorted(inherits));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
