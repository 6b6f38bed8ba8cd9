package org.mandate.http.edge;

import java.time.Instant;
import java.util.Set;
import org.mandate.identity.UserId;

/** What a verified access token says. */
record BearerClaims(UserId user, Set<String> scopes, String session, Instant expires) {
    BearerClaims {
        scopes = Set.copyOf(scopes);
    }
}
