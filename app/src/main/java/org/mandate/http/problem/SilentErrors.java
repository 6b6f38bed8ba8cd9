package org.mandate.http.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says what is wrong where a handler that is not ours answers an error with a status alone. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SilentErrors extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        boolean silent = response.getStatus() >= 400 && response.getContentType() == null && !response.isCommitted();
        if (silent && !request.isAsyncStarted()) {
            ProblemWriter.write(request, response, UnmappedErrors.ofStatus(response.getStatus()));
        }
    }
}
