package org.mandate.http.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the refusals that filters come to before any controller is reached, such as a session that cannot be looked up
 * while the database stands still. The container would take each for a broken servlet and log its whole stack.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class FilterFaults extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException fault) {
            Optional<Problem> foreseen = Faults.problem(fault, request);
            if (foreseen.isEmpty() || response.isCommitted() || request.isAsyncStarted()) {
                throw fault;
            }
            ProblemWriter.write(request, response, foreseen.get());
        }
    }
}
