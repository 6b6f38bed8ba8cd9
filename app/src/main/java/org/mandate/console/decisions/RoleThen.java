package org.mandate.console.decisions;

import java.util.List;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.PastRoles;

/**
 * A role as it was when a decision was taken.
 * @param all how many permissions it came to, those that it inherited among them
 */
record RoleThen(String name, List<String> permissions, List<String> inherits, int all, boolean stillSo) {

    static RoleThen of(PastRoles.Then then) {
        RoleFacts role = then.role().role();
        return new RoleThen(
                role.name(),
                role.permissions().stream().sorted().toList(),
                role.inherits().stream().sorted().toList(),
                then.role().effectivePermissions().size(),
                then.stillSo());
    }
}
