package org.mandate.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds a request until this node's view has reached the position that {@code Mandate-At-Least} asks for. After the
 * security chain, so that strangers cannot hold more than a few threads.
 */
@Component
@Order(0)
class AtLeastFilter extends OncePerRequestFilter {
    static final String HEADER = "Mandate-At-Least";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int WAITING_STRANGERS = 8;
    private static final int MOST_DIGITS = 18;

    private final FactsStatus facts;
    private final Semaphore strangers = new Semaphore(WAITING_STRANGERS);

    AtLeastFilter(FactsStatus facts) {
        this.facts = facts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getHeader(HEADER);
        Optional<Problem> problem = asked == null ? Optional.empty() : judge(asked);
        if (problem.isPresent()) {
            ProblemWriter.write(request, response, problem.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Problem> judge(String asked) {
        if (asked.isEmpty() || asked.length() > MOST_DIGITS || !asked.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Problem.invalid(HEADER, "must be a position: a whole number from 0"));
        }
        return reached(Long.parseLong(asked))
                ? Optional.empty()
                : Optional.of(Problem.of(
                                ProblemKind.NOT_REACHED,
                                "this node is at position `" + facts.position() + "`, asked for is `" + asked + "`")
                        .retryAfter(1));
    }

    private boolean reached(long position) {
        if (facts.position() >= position) {
            return true;
        }
        if (BearerAuthentication.current().isPresent()) {
            return facts.await(position, LONGEST_WAIT);
        }
        if (!strangers.tryAcquire()) {
            return false;
        }
        try {
            return facts.await(position, LONGEST_WAIT);
        } finally {
            strangers.release();
        }
    }
}
