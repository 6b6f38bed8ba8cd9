package org.mandate.http.admin;

import java.util.Optional;
import org.mandate.authorization.permission.DefinePermission;
import org.mandate.http.problem.Problem;

/** A permission as it is sent. {@code resource} and {@code action} say the same as the name, and may be left out. */
record PermissionDocument(
        String name, Optional<String> resource, Optional<String> action, Optional<String> description) {

    DefinePermission definition() {
        int colon = name.indexOf(':');
        agrees("resource", resource, colon < 0 ? name : name.substring(0, colon));
        agrees("action", action, name.substring(colon + 1));
        return new DefinePermission(name, description.orElse(""));
    }

    private static void agrees(String member, Optional<String> sent, String named) {
        if (sent.isPresent() && !sent.get().equals(named)) {
            throw Problem.invalid(member, "must be the part of the name, or be left out")
                    .found();
        }
    }
}
