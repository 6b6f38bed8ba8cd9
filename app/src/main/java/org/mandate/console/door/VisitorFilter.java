package org.mandate.console.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.mandate.console.Visitor;
import org.mandate.http.edge.SignedIn;
import org.mandate.identity.token.Scopes;
import org.mandate.identity.token.Sessions;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the visitor by the cookie, for as long as the session behind it stands. */
final class VisitorFilter extends OncePerRequestFilter {

    private final ConsoleCookies cookies;
    private final Sessions sessions;

    VisitorFilter(ConsoleCookies cookies, Sessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Visitor> visitor = cookies.visitor(request).filter(known -> sessions.live(known.session()));
        visitor.ifPresent(known -> {
            known.makes(request);
            SignedIn.as(
                    known.user(),
                    Set.copyOf(Scopes.ALL),
                    known.session(),
                    known.since().plus(ConsoleCookies.LONGEST_VISIT));
        });
        chain.doFilter(request, response);
    }
}
