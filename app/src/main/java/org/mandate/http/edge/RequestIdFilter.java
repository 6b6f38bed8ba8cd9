package org.mandate.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every response the id of its request. First of all filters, so that refusals of the others carry it too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Request-ID";

    private static final int LONGEST = 128;
    private static final int LONGEST_FOREIGN = 4096;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        boolean standard = Paths.isAccessApi(request);
        String id = acceptable(sent, standard) ? sent : UUID.randomUUID().toString();
        request.setAttribute(ProblemWriter.REQUEST_ID, id);
        response.setHeader(HEADER, id);
        chain.doFilter(request, response);
    }

    /** AuthZEN callers get back whatever they sent, as long as a header can hold it. */
    private static boolean acceptable(@Nullable String id, boolean anyString) {
        return id != null
                && !id.isEmpty()
                && id.length() <= (anyString ? LONGEST_FOREIGN : LONGEST)
                && id.chars().allMatch(c -> anyString ? c >= ' ' && c != 127 && c < 256 : c > ' ' && c < 127);
    }
}
