package org.mandate.authorization.facts;

import java.util.Set;

/**
 * A role as it stood at a position.
 * @param permissions the ones it holds directly
 * @param inherits the roles that it inherits from directly
 * @param roles every role that it counts as: itself and all it inherits
 * @param grants every permission that it comes to
 */
public record RoleFacts(
        String name,
        String description,
        Set<String> permissions,
        Set<String> inherits,
        Set<String> roles,
        Grants grants) {

    /** The role that holds every permission. */
    public static final String ADMIN = "admin";

    public RoleFacts {
        permissions = permissions instanceof ChangedSet ? permissions : Set.copyOf(permissions);
        inherits = Set.copyOf(inherits);
        roles = Set.copyOf(roles);
    }

    /** The same in the room of what changed since another version. */
    RoleFacts since(RoleFacts before) {
        return new RoleFacts(
                name,
                description,
                permissions == before.permissions() || permissions.equals(before.permissions())
                        ? before.permissions()
                        : ChangedSet.between(before.permissions(), permissions),
                inherits,
                roles,
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
