package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that a role comes to, its own and the inherited ones, wildcards included. A wildcard stands for a whole
 * part: {@code posts:*}, {@code *:read}, {@code *:*}.
 */
public final class Grants {

    private static final String ANY = "*";

    private final PermissionNames exact;
    private final @Nullable PermissionNames wildcards;
    private final boolean everything;

    private Grants(PermissionNames exact, @Nullable PermissionNames wildcards, boolean everything) {
        this.exact = exact;
        this.wildcards = wildcards;
        this.everything = everything;
    }

    static Grants of(Set<PermissionName> permissions, boolean everything) {
        List<PermissionName> exact = new ArrayList<>();
        List<PermissionName> wildcards = new ArrayList<>();
        for (PermissionName permission : permissions) {
            (permission.isWildcard() ? wildcards : exact).add(permission);
        }
        PermissionNames wild = wildcards.isEmpty() ? null : new PermissionNames(wildcards);
        return new Grants(new PermissionNames(exact), wild, everything || holdAll(wild));
    }

    private static boolean holdAll(@Nullable PermissionNames wildcards) {
        return wildcards != null && wildcards.contain(PermissionNames.hash(ANY, ANY), ANY, ANY);
    }

    /**
     * True where the action on the type is among them. The parts are asked for apart, since a colon inside a part that comes
     * from a request must not shift the border.
     */
    public boolean give(String resourceType, String action) {
        return everything
                || exact.contain(PermissionNames.hash(resourceType, action), resourceType, action)
                || (wildcards != null && cover(wildcards, resourceType, action));
    }

    private static boolean cover(PermissionNames wildcards, String resourceType, String action) {
        return wildcards.contain(PermissionNames.hash(resourceType, ANY), resourceType, ANY)
                || wildcards.contain(PermissionNames.hash(ANY, action), ANY, action);
    }

    /** As {@link #give(String, String)} for a name of the catalogue. */
    public boolean give(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0 && give(permission.substring(0, colon), permission.substring(colon + 1));
    }

    /** The names as they were given, without what wildcards stand for. */
    public Set<String> named() {
        Set<PermissionName> all = new HashSet<>();
        addTo(all);
        return all.stream().map(PermissionName::name).collect(Collectors.toSet());
    }

    /** Whether these permissions come to the same. */
    boolean are(Set<PermissionName> permissions, boolean all) {
        Set<PermissionName> mine = new HashSet<>();
        addTo(mine);
        return mine.equals(permissions) && everything == (all || holdAll(wildcards));
    }

    /** Whether they stand for names of the catalogue that are not named. */
    public boolean standForMore() {
        return everything || wildcards != null;
    }

    void addTo(Set<PermissionName> names) {
        exact.addTo(names);
        if (wildcards != null) {
            wildcards.addTo(names);
        }
    }

    /**
     * Every name that they come to: those given by name, wildcards among them, and what these stand for in the catalogue.
     * @param catalogue the names that a wildcard may stand for
     */
    public NavigableSet<String> names(Set<String> catalogue) {
        NavigableSet<String> names = new TreeSet<>(named());
        if (everything || wildcards != null) {
            catalogue.stream().filter(this::give).forEach(names::add);
        }
        return names;
    }
}
