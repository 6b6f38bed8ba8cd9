package org.mandate.identity.token;

/**
 * Exchange a refresh token for a new pair; answers {@link SignInOutcome}. The old token is dead, and using it again
 * revokes its family.
 */
public record RefreshTokens(String refreshToken) {

    @Override
    public String toString() {
        return "RefreshTokens[]";
    }
}
