package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.allPermissions;
import static org.mandate.authorization.decision.Requirement.mayGrant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.role.AddInheritance;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.GrantPermission;

/** What an edit of a role passes on: whoever edits by delegation must hold all of it. */
final class Delegated {

    private Delegated() {}

    static Requirement definition(DefineRole message) {
        return passing(message.name(), message.permissions(), message.inherits());
    }

    static Requirement change(ChangeRole message) {
        return passing(message.name(), message.permissions(), message.inherits());
    }

    static Requirement permission(GrantPermission message) {
        return passing(message.role(), Set.of(message.permission()), Set.of());
    }

    static Requirement inheritance(AddInheritance message) {
        return passing(message.role(), Set.of(), Set.of(message.inherited()));
    }

    private static Requirement passing(String role, Collection<String> permissions, Collection<String> inherits) {
        List<Requirement> parts = new ArrayList<>();
        parts.add(mayGrant(role));
        if (!permissions.isEmpty()) {
            parts.add(allPermissions(permissions));
        }
        inherits.stream().sorted().forEach(inherited -> parts.add(mayGrant(inherited)));
        return Row.all(parts);
    }
}
