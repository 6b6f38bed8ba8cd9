package org.mandate.authorization.decision;

import java.util.List;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;

/** How evidence reads. */
final class Words {

    private static final int MOST_NAMES = 20;

    private Words() {}

    static String of(Assignment assignment) {
        return "assignment `" + assignment.id() + "` of role `" + assignment.role() + "`";
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }

    /** Names in quotes, as many as one can read. */
    static String some(List<String> names) {
        return names.isEmpty() ? "nothing" : quoted(names.subList(0, Math.min(names.size(), MOST_NAMES))) + more(names);
    }

    static String names(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES))) + more(names);
    }

    private static String more(List<String> names) {
        return names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    }

    static String anyOf(List<String> names) {
        return names.size() == 1 ? quoted(names) : "one of " + quoted(names);
    }

    /** The inherited role that brings the permission, where the assigned one does not hold it itself. */
    static String source(Facts facts, RoleFacts role, String permission) {
        if (holdsItself(role, permission)) {
            return "";
        }
        return role.roles().stream()
                .sorted()
                .flatMap(name -> facts.role(name).stream())
                .filter(inherited -> holdsItself(inherited, permission))
                .findFirst()
                .map(inherited -> ", by inheritance from `" + inherited.name() + "`,")
                .orElse("");
    }

    private static boolean holdsItself(RoleFacts role, String permission) {
        return role.name().equals(RoleFacts.ADMIN) || role.holdsItself(permission);
    }
}
