package org.mandate.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;
import org.mandate.oversight.Names;

/**
 * Who is signed in to the console.
 * @param session ends with a sign-out, a deactivation, an erasure or a change of the password; the visit ends with it
 */
public record Visitor(UserId user, String username, String session, Instant since) {

    private static final String KEY = Visitor.class.getName();

    /** The visitor who makes this request; empty for a stranger. */
    public static Optional<Visitor> of(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof Visitor visitor ? Optional.of(visitor) : Optional.empty();
    }

    /** The one name that a visitor knows in any case: their own. */
    public static Names names(HttpServletRequest request) {
        return of(request)
                .map(visitor -> new Names(Map.of(visitor.user().value(), visitor.username())))
                .orElse(Names.NONE);
    }

    /** Say for the rest of this request who makes it. */
    public void makes(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }
}
