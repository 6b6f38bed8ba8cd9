package org.mandate.http.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.Upon;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RoleContent;
import org.mandate.http.problem.Problem;

/**
 * A role as it is sent. {@code effectivePermissions} are what answers add; they may come back and mean nothing.
 */
record RoleDocument(
        Optional<String> name,
        Optional<String> description,
        Optional<List<String>> permissions,
        Optional<List<String>> inherits,
        Optional<List<String>> effectivePermissions) {

    DefineRole definition() {
        String role =
                name.orElseThrow(() -> Problem.invalid("name", "is required").found());
        return new DefineRole(role, description.orElse(""), set(permissions), set(inherits));
    }

    ChangeRole change(String role, Upon<RoleContent> upon) {
        name.filter(other -> !other.equals(role)).ifPresent(other -> {
            throw Problem.invalid("name", "a role keeps its name, leave it out or send `" + role + "`")
                    .found();
        });
        return new ChangeRole(role, description, set(permissions), set(inherits), upon);
    }

    private static Set<String> set(Optional<List<String>> names) {
        return Set.copyOf(new HashSet<>(names.orElse(List.of())));
    }
}
