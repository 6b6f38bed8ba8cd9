package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception of a controller with a problem. It writes the response itself, whatever Accept says. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // The client has hung up; there is nobody to answer.
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler(Throwable.class)
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted() && thrown instanceof RuntimeException broken) {
            // Whoever reads must not take the beginning of an answer for the whole: the container breaks the
            // connection.
            throw broken;
        }
        ProblemWriter.write(
                request, response, Faults.problem(thrown, request).orElseGet(() -> unexpected(thrown, request)));
    }

    private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        Object id = request.getAttribute(ProblemWriter.REQUEST_ID);
        LOG.error("request `{}` failed: {} {}", id, request.getMethod(), request.getRequestURI(), thrown);
        return Problem.of(ProblemKind.INTERNAL, "the server failed to answer request `" + id + "`");
    }
}
