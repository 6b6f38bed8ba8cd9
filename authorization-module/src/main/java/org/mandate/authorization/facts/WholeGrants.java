package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants that are kept for themselves, as they are asked fastest. Immutable. */
final class WholeGrants extends Grants {

    private final PermissionNames exact;
    private final @Nullable PermissionNames wildcards;

    WholeGrants(Set<PermissionName> permissions, boolean everything) {
        super(everything || permissions.contains(PermissionName.EVERY));
        List<PermissionName> plain = new ArrayList<>();
        List<PermissionName> wild = new ArrayList<>();
        for (PermissionName permission : permissions) {
            (permission.isWildcard() ? wild : plain).add(permission);
        }
        this.exact = new PermissionNames(plain);
        this.wildcards = wild.isEmpty() ? null : new PermissionNames(wild);
    }

    @Override
    boolean name(int hash, String type, String action) {
        return exact.contain(hash, type, action) || (wildcards != null && wildcards.contain(hash, type, action));
    }

    @Override
    boolean nameWildcards() {
        return wildcards != null;
    }

    @Override
    void addTo(Set<PermissionName> names) {
        exact.addTo(names);
        if (wildcards != null) {
            wildcards.addTo(names);
        }
    }
}
