package org.mandate.http.edge;

import java.time.Instant;
import java.util.Set;
import org.mandate.identity.UserId;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Says for the rest of a request who is calling, where another chain than that of the tokens has found it out. */
public final class SignedIn {

    private SignedIn() {}

    /** The session must be live: whoever says so has asked. */
    public static void as(UserId user, Set<String> scopes, String session, Instant expires) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new BearerAuthentication(new BearerClaims(user, scopes, session, expires)));
        SecurityContextHolder.setContext(context);
    }
}
