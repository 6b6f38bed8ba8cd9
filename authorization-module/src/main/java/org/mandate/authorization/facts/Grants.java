package org.mandate.authorization.facts;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The permissions that a role comes to, its own and the inherited ones, wildcards included. A wildcard stands for a whole
 * part: {@code posts:*}, {@code *:read}, {@code *:*}.
 */
public abstract sealed class Grants permits WholeGrants, ChangedGrants {

    static final String ANY = "*";

    private final boolean everything;

    Grants(boolean everything) {
        this.everything = everything;
    }

    static Grants of(Set<PermissionName> permissions, boolean everything) {
        return new WholeGrants(permissions, everything);
    }

    /**
     * True where the action on the type is among them. The parts are asked for apart, since a colon inside a part that comes
     * from a request must not shift the border.
     */
    public final boolean give(String resourceType, String action) {
        return everything
                || name(PermissionNames.hash(resourceType, action), resourceType, action)
                || (nameWildcards()
                        && (name(PermissionNames.hash(resourceType, ANY), resourceType, ANY)
                                || name(PermissionNames.hash(ANY, action), ANY, action)));
    }

    /** As {@link #give(String, String)} for a name of the catalogue. */
    public final boolean give(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0 && give(permission.substring(0, colon), permission.substring(colon + 1));
    }

    /** The names as they were given, without what wildcards stand for. */
    public final Set<String> named() {
        return all().stream().map(PermissionName::name).collect(Collectors.toSet());
    }

    final Set<PermissionName> all() {
        Set<PermissionName> all = new HashSet<>();
        addTo(all);
        return all;
    }

    /** Whether these permissions come to the same. */
    final boolean are(Set<PermissionName> permissions, boolean all) {
        return everything == (all || permissions.contains(PermissionName.EVERY)) && all().equals(permissions);
    }

    final boolean everything() {
        return everything;
    }

    /** Whether they stand for names of the catalogue that are not named. */
    public final boolean standForMore() {
        return everything || nameWildcards();
    }

    /** Whether the name, wildcard or not, is among those that were given. */
    abstract boolean name(int hash, String type, String action);

    abstract boolean nameWildcards();

    abstract void addTo(Set<PermissionName> names);

    /**
     * Every name that they come to: those given by name, wildcards among them, and what these stand for in the catalogue.
     * @param catalogue the names that a wildcard may stand for
     */
    public final NavigableSet<String> names(Set<String> catalogue) {
        NavigableSet<String> names = new TreeSet<>(named());
        if (standForMore()) {
            catalogue.stream().filter(this::give).forEach(names::add);
        }
        return names;
    }
}
