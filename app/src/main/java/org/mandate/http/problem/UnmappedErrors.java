package org.mandate.http.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the container reports as an error: a problem in place of a page with a stack trace. */
@Hidden
@RestController
class UnmappedErrors implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(UnmappedErrors.class);

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status == null) {
            ProblemWriter.write(request, response, Problem.of(ProblemKind.NOT_FOUND, "there is nothing at this path"));
            return;
        }
        ProblemWriter.write(
                request,
                response,
                thrown instanceof Throwable fault
                        ? problem(fault, request)
                        : ofStatus(status instanceof Integer code ? code : 500));
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 ->
                Problem.of(ProblemKind.NOT_AUTHENTICATED, "this needs a valid access token")
                        .withHeader("WWW-Authenticate", "Bearer");
            case 403 -> Problem.of(ProblemKind.REFUSED, "nothing allows this");
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "there is nothing at this path");
            case 405, 501 -> Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "the method is not offered here");
            case 413 -> Problem.of(ProblemKind.TOO_LARGE, "the body is too large");
            case 415 -> Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "the body is of a type that is not taken here");
            case 431 -> Problem.of(ProblemKind.HEADERS_TOO_LARGE, "the header fields are too large");
            case 503 ->
                Problem.of(ProblemKind.NOT_READY, "this node cannot answer now").retryAfter(1);
            default ->
                status >= 500
                        ? Problem.of(ProblemKind.INTERNAL, "the server failed")
                        : Problem.of(ProblemKind.MALFORMED_REQUEST, "the request cannot be understood");
        };
    }

    /** An end of the body before its time is all that the container leaves of a caller who hung up. */
    private static Problem problem(Throwable fault, HttpServletRequest request) {
        return fault instanceof EOFException
                ? WebFaults.brokenOff()
                : Faults.problem(fault, request).orElseGet(() -> unexpected(fault, request));
    }

    private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        Object id = request.getAttribute(ProblemWriter.REQUEST_ID);
        LOG.error("request `{}` failed outside of a controller", id, thrown);
        return Problem.of(ProblemKind.INTERNAL, "the server failed to answer request `" + id + "`");
    }
}
