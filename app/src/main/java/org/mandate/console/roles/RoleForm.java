package org.mandate.console.roles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mandate.authorization.Upon;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RoleContent;
import org.mandate.authorization.role.RoleView;
import org.mandate.console.Basis;
import org.mandate.console.Fields;

/** The form of a role: its description, the matrix of its permissions, and what it inherits. */
final class RoleForm {

    /** More permissions than a page should have: beyond it, some of what is held and of what is searched for is shown. */
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
                .with("permission", role.permissions())
                .with(Basis.FIELD, written(role));
    }

    /** All that the form can change, a line each. */
    static String written(RoleView role) {
        StringBuilder text = new StringBuilder("description: ").append(role.description());
        role.inherits().stream()
                .sorted()
                .forEach(name -> text.append("\ninherits: ").append(name));
        role.permissions().stream()
                .sorted()
                .forEach(name -> text.append("\npermission: ").append(name));
        return text.toString();
    }

    static DefineRole definition(Fields form) {
        return new DefineRole(form.text("name"), form.text("description"), permissions(form), inherits(form));
    }

    static ChangeRole change(String name, Fields form, Upon<RoleContent> upon) {
        return new ChangeRole(name, Optional.of(form.text("description")), permissions(form), inherits(form), upon);
    }

    static Set<String> permissions(Fields form) {
        Set<String> chosen = new TreeSet<>(form.all("permission"));
        chosen.addAll(form.list("others"));
        return Set.copyOf(chosen);
    }

    private static Set<String> inherits(Fields form) {
        return Set.copyOf(new HashSet<>(form.list("inherits")));
    }

    /**
     * The matrix, or a part of it.
     * @param shown the permissions that have a box, where others have none; otherwise empty
     */
    record Matrix(List<MatrixRow> rows, List<String> shown) {}

    /** Where there are too many for a page: those that are sought or else those that are held, no more than fit. */
    static Matrix matrix(List<PermissionView> catalogue, Fields form, String sought) {
        Set<String> held = permissions(form);
        boolean all = catalogue.size() <= MOST_SHOWN;
        Map<String, List<Cell>> rows = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        for (PermissionView permission : catalogue) {
            boolean holds = held.contains(permission.name());
            boolean wanted = sought.isEmpty() ? holds : permission.resource().contains(sought);
            if (all || (wanted && shown.size() < MOST_SHOWN)) {
                rows.computeIfAbsent(permission.resource(), any -> new ArrayList<>())
                        .add(new Cell(permission.name(), permission.action(), permission.description(), holds));
                shown.add(permission.name());
            }
        }
        List<MatrixRow> matrix = rows.entrySet().stream()
                .map(row -> new MatrixRow(row.getKey(), row.getValue()))
                .toList();
        return new Matrix(matrix, all ? List.of() : shown);
    }

    /** The form with what the role holds and had no box in it: that stays as it is. */
    static Fields whole(Fields form, Supplier<List<String>> held) {
        if (form.all("shown").isEmpty()) {
            return form;
        }
        Set<String> shown = Set.copyOf(form.list("shown"));
        Set<String> wildcards = Set.copyOf(form.list("others"));
        List<String> whole = new ArrayList<>(form.all("permission"));
        held.get().stream()
                .filter(name -> !shown.contains(name) && !name.contains("*") && !wildcards.contains(name))
                .forEach(whole::add);
        return form.with("permission", whole);
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
