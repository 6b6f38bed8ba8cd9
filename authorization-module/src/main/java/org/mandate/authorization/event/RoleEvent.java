package org.mandate.authorization.event;

/** What can happen to a role. */
public sealed interface RoleEvent
        permits RoleDefined,
                RoleDescribed,
                RolePermissionGranted,
                RolePermissionRevoked,
                RoleInheritanceAdded,
                RoleInheritanceRemoved,
                RoleRetired {

    String role();
}
