package org.mandate.authorization.facts;

import java.util.Set;

/**
 * A role as it stood at a position.
 * @param permissions the ones it holds directly
 * @param grants every permission that it comes to
 */
public record RoleFacts(Outline outline, Set<String> permissions, Grants grants) {

    /** The role that holds every permission. */
    public static final String ADMIN = "admin";

    /**
     * What seldom changes of a role; versions in which it is the same share it.
     * @param inherits the roles that it inherits from directly
     * @param roles every role that it counts as: itself and all it inherits
     */
    public record Outline(String name, String description, Set<String> inherits, Set<String> roles) {

        public Outline {
            inherits = Set.copyOf(inherits);
            roles = Set.copyOf(roles);
        }
    }

    public RoleFacts {
        permissions = permissions instanceof ChangedSet ? permissions : Set.copyOf(permissions);
    }

    public String name() {
        return outline.name();
    }

    public String description() {
        return outline.description();
    }

    /** The roles that it inherits from directly. */
    public Set<String> inherits() {
        return outline.inherits();
    }

    /** Every role that it counts as: itself and all it inherits. */
    public Set<String> roles() {
        return outline.roles();
    }

    /** Whether its holders come to the same by it: the same permissions and the same roles. */
    public boolean givesTheSameAs(RoleFacts other) {
        return roles().equals(other.roles())
                && (grants == other.grants || grants.are(other.grants.all(), other.grants.everything()));
    }

    /** The same in the room of what changed since another version. */
    RoleFacts since(RoleFacts before) {
        return new RoleFacts(
                outline.equals(before.outline()) ? before.outline() : outline,
                permissions == before.permissions() || permissions.equals(before.permissions())
                        ? before.permissions()
                        : ChangedSet.between(before.permissions(), permissions),
                grants == before.grants() ? grants : ChangedGrants.between(before.grants(), grants));
    }

    /** True where the permission is among those held directly, by name or by a wildcard. */
    public boolean holdsItself(String permission) {
        return permissions.contains(permission) || holdsPartOf(permission);
    }

    private boolean holdsPartOf(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0
                && (permissions.contains("*:*")
                        || permissions.contains(permission.substring(0, colon) + ":*")
                        || permissions.contains("*" + permission.substring(colon)));
    }
}
