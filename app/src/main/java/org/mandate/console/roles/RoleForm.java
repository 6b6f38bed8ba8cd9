package org.mandate.console.roles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RoleView;
import org.mandate.console.Fields;

/** The form of a role: its description, the matrix of its permissions, and what it inherits. */
final class RoleForm {

    /** More permissions than a page should have: beyond it, only what is held and what is searched for is shown. */
    private static final int MOST_SHOWN = 600;

    private RoleForm() {}

    /** A row of the matrix: the actions on one type of resource. */
    record MatrixRow(String resource, List<Cell> cells) {}

    /** A box of the matrix. */
    record Cell(String permission, String action, String description, boolean held) {}

    static Fields of(RoleView role) {
        return Fields.none()
                .with("name", role.name())
                .with("description", role.description())
                .with("inherits", String.join(", ", role.inherits()))
                .with("permission", role.permissions());
    }

    static DefineRole definition(Fields form) {
        return new DefineRole(form.text("name"), form.text("description"), permissions(form), inherits(form));
    }

    static ChangeRole change(String name, Fields form) {
        return new ChangeRole(name, Optional.of(form.text("description")), permissions(form), inherits(form));
    }

    static Set<String> permissions(Fields form) {
        Set<String> chosen = new TreeSet<>(form.all("permission"));
        chosen.addAll(form.list("others"));
        return Set.copyOf(chosen);
    }

    private static Set<String> inherits(Fields form) {
        return Set.copyOf(new HashSet<>(form.list("inherits")));
    }

    static List<MatrixRow> matrix(List<PermissionView> catalogue, Fields form, String sought) {
        Set<String> held = permissions(form);
        Map<String, List<Cell>> rows = new TreeMap<>();
        boolean all = catalogue.size() <= MOST_SHOWN;
        for (PermissionView permission : catalogue) {
            boolean holds = held.contains(permission.name());
            if (all || holds || (!sought.isEmpty() && permission.resource().contains(sought))) {
                rows.computeIfAbsent(permission.resource(), any -> new ArrayList<>())
                        .add(new Cell(permission.name(), permission.action(), permission.description(), holds));
            }
        }
        return rows.entrySet().stream()
                .map(row -> new MatrixRow(row.getKey(), row.getValue()))
                .toList();
    }

    /** What is held and stands in no catalogue: wildcards. */
    static String others(List<PermissionView> catalogue, Fields form) {
        Set<String> known = new HashSet<>();
        catalogue.forEach(permission -> known.add(permission.name()));
        return String.join(
                ", ",
                permissions(form).stream()
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .toList());
    }

    static boolean searches(List<PermissionView> catalogue) {
        return catalogue.size() > MOST_SHOWN;
    }
}
