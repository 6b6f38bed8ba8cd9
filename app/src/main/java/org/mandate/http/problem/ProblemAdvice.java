package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        ProblemWriter.writeFault(request, response, thrown);
    }
}
