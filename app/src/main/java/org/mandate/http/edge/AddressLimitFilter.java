package org.mandate.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses over the limit. The container would refuse somewhat longer ones, but before it has read who asks and how
 * they want it said.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class AddressLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 8_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int query = Optional.ofNullable(request.getQueryString())
                .map(String::length)
                .orElse(0);
        if (request.getRequestURI().length() + query > LIMIT) {
            String detail = "the address is too long, one has at most " + LIMIT + " characters";
            ProblemWriter.write(request, response, Problem.of(ProblemKind.MALFORMED_REQUEST, detail));
            return;
        }
        chain.doFilter(request, response);
    }
}
