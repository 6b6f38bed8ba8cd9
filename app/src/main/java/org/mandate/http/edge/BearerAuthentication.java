package org.mandate.http.edge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.identity.UserId;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller whose access token is verified and whose session is live. */
final class BearerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient BearerClaims claims;

    BearerAuthentication(BearerClaims claims) {
        super(List.of());
        this.claims = claims;
        super.setAuthenticated(true);
    }

    static Optional<BearerClaims> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof BearerAuthentication bearer
                ? Optional.of(bearer.claims)
                : Optional.empty();
    }

    /** Nothing: the token itself is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public UserId getPrincipal() {
        return claims.user();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerAuthentication bearer && claims.equals(bearer.claims);
    }

    @Override
    public int hashCode() {
        return claims.hashCode();
    }
}
