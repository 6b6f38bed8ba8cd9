package org.mandate.identity.token;

import java.util.Set;

/** What a sign-in or a refresh came to. */
public sealed interface SignInOutcome {

    /**
     * Signed in.
     * @param expiresIn seconds that the access token lives
     */
    record Tokens(String accessToken, long expiresIn, String refreshToken, Set<String> scopes)
            implements SignInOutcome {

        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    /** Bad credentials, an inactive user or a dead refresh token; deliberately no more than that. */
    record Refused() implements SignInOutcome {}

    /** A scope that does not exist was asked for. */
    record UnknownScope(String scope) implements SignInOutcome {}

    /**
     * Too many failures for this account or source.
     * @param retryAfter seconds until the next try is looked at
     */
    record Throttled(long retryAfter) implements SignInOutcome {}
}
