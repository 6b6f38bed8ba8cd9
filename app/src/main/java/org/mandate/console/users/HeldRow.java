package org.mandate.console.users;

import java.util.List;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.history.PastAccess.HeldPermission;
import org.mandate.authorization.history.PastAccess.Origin;
import org.mandate.authorization.history.Source;

/** A permission that is held, and because of what. */
record HeldRow(String name, List<String> roles) {

    static HeldRow of(HeldPermission held) {
        return new HeldRow(
                held.name(),
                held.from().stream()
                        .map(Origin::source)
                        .map(HeldRow::words)
                        .distinct()
                        .toList());
    }

    private static String words(Source source) {
        String role = source.assignment().map(Assignment::role).orElse("");
        return source.policy()
                .map(policy -> "policy " + policy)
                .orElseGet(() -> source.inheritedFrom()
                        .map(inherited -> role + " via " + inherited)
                        .orElse(role));
    }
}
