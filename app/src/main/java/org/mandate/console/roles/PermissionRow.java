package org.mandate.console.roles;

import java.util.List;
import org.mandate.authorization.role.RoleView;

/**
 * A permission that a role gives.
 * @param direct whether the role holds it itself
 * @param sources the inherited roles that bring it
 */
record PermissionRow(String name, boolean direct, List<String> sources) {

    static PermissionRow of(String name, List<String> holders, RoleView role) {
        List<String> inherited =
                holders.stream().filter(holder -> !holder.equals(role.name())).toList();
        return new PermissionRow(name, role.permissions().contains(name), inherited);
    }
}
