package org.mandate.console.users;

import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.UserId;

/** The user that a page is about. What cannot be an id is the id of nobody. */
final class ThisUser {

    private ThisUser() {}

    static UserId of(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException malformed) {
            throw unknown(id);
        }
    }

    static ProblemFound unknown(String id) {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no user `" + id + "`")
                .found();
    }
}
