package org.mandate.console.users;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.UserId;
import org.mandate.oversight.BrowseUser;
import org.springframework.web.util.UriUtils;

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

    static String page(String id) {
        return "/console/users/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** Where to go once something is done to the user: to their page, or to one's own where theirs may not be seen, or no longer. */
    static String after(String id, String done, Gateway gateway, Caller caller) {
        return "redirect:" + Link.to(back(id, gateway, caller)).with("done", Optional.of(done));
    }

    /** Their page, or one's own where theirs may not be seen. */
    static String back(String id, Gateway gateway, Caller caller) {
        return gateway.wouldAdmit(new BrowseUser(of(id)), caller) ? page(id) : "/console/me";
    }

    static ProblemFound unknown(String id) {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no user `" + id + "`")
                .found();
    }
}
