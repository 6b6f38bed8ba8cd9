package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The permissions that a role comes to, its own and the inherited ones, wildcards included. A wildcard stands for a whole
 * part: {@code posts:*}, {@code *:read}, {@code *:*}.
 */
public final class Grants {

    private final Set<String> exact;
    private final Set<String> wildcards;
    private final boolean everything;

    private Grants(Set<String> exact, Set<String> wildcards, boolean everything) {
        this.exact = exact;
        this.wildcards = wildcards;
        this.everything = everything;
    }

    static Grants of(Collection<String> permissions, boolean everything) {
        Set<String> exact = new HashSet<>();
        Set<String> wildcards = new HashSet<>();
        for (String permission : permissions) {
            (permission.indexOf('*') < 0 ? exact : wildcards).add(permission);
        }
        return new Grants(Set.copyOf(exact), Set.copyOf(wildcards), everything || wildcards.contains("*:*"));
    }

    /**
     * True where the action on the type is among them. The parts are asked for apart, since a colon inside a part that comes
     * from a request must not shift the border.
     */
    public boolean give(String resourceType, String action) {
        if (everything) {
            return true;
        }
        if (exact.contains(resourceType + ":" + action)) {
            return true;
        }
        return !wildcards.isEmpty() && (wildcards.contains(resourceType + ":*") || wildcards.contains("*:" + action));
    }

    /** As {@link #give(String, String)} for a name of the catalogue. */
    public boolean give(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0 && give(permission.substring(0, colon), permission.substring(colon + 1));
    }

    /** The names as they were given, without what wildcards stand for. */
    public Set<String> named() {
        Set<String> all = new HashSet<>(exact);
        all.addAll(wildcards);
        return all;
    }

    /**
     * Every name that they come to: those given by name, wildcards among them, and what these stand for in the catalogue.
     * @param catalogue the names that a wildcard may stand for
     */
    public NavigableSet<String> names(Set<String> catalogue) {
        NavigableSet<String> names = new TreeSet<>(named());
        if (everything || !wildcards.isEmpty()) {
            catalogue.stream().filter(this::give).forEach(names::add);
        }
        return names;
    }
}
