package org.mandate.http.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mandate.identity.token.Scopes;
import org.mandate.identity.token.SignInOutcome.Tokens;

/** The token answer of OAuth 2, RFC 6749 section 5.1. */
record TokenBody(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("scope") String scope) {
    static TokenBody of(Tokens tokens) {
        String scope = String.join(
                " ", Scopes.ALL.stream().filter(tokens.scopes()::contains).toList());
        return new TokenBody(tokens.accessToken(), "Bearer", tokens.expiresIn(), tokens.refreshToken(), scope);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenBody[]";
    }
}
