package org.mandate.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mandate.identity.token.Sessions;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates a request by its access token, RFC 6750 section 2.1. A token that is not good leaves the request
 * unauthenticated; only where that matters it becomes a 401, so that a stale token does not bar the way to a fresh one.
 */
final class BearerFilter extends OncePerRequestFilter {
    /** The request attribute that tells that a token was sent and is not good. */
    static final String REJECTED = "org.mandate.tokenRejected";

    private static final String SCHEME = "Bearer ";

    private final VerifiedTokens tokens;
    private final Sessions sessions;

    BearerFilter(VerifiedTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.stream().anyMatch(BearerFilter::isBearer)) {
            Optional<BearerClaims> claims = headers.size() == 1 ? live(headers.get(0)) : Optional.empty();
            if (claims.isPresent()) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new BearerAuthentication(claims.get()));
                SecurityContextHolder.setContext(context);
            } else {
                request.setAttribute(REJECTED, true);
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<BearerClaims> live(String header) {
        return tokens.verify(header.substring(SCHEME.length()).trim())
                .filter(claims -> sessions.live(claims.session()));
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
