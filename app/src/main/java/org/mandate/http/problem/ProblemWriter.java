package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a problem as the whole answer, wherever in the way of a request it was found. */
public final class ProblemWriter {
    /** The request attribute that holds the id of the request. */
    public static final String REQUEST_ID = "org.mandate.requestId";

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final int LONGEST_PATH = 1000;

    private ProblemWriter() {}

    /** Replace what has been prepared by this problem. Headers that belong to every response stay. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.kind().status());
        problem.headers().forEach(response::setHeader);
        RenderedProblem rendered =
                RenderedProblem.of(problem, pathOf(request), requestIdOf(request), PageTheme.of(request));
        byte[] body = rendered.bytes();
        response.setContentType(rendered.type());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** Answer a refusal for which no controller was reached. */
    public static void writeRefusal(HttpServletRequest request, HttpServletResponse response, Throwable fault)
            throws IOException {
        Problem answer = Faults.problem(fault, request)
                .orElseGet(() -> Problem.of(ProblemKind.REFUSED, "nothing allows this request"));
        write(request, response, answer);
    }

    /** Answer an exception: with its problem, or with what nobody foresaw, which is logged. */
    public static void writeFault(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws IOException {
        write(request, response, Faults.problem(thrown, request).orElseGet(() -> unexpected(thrown, request)));
    }

    private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        String id = requestIdOf(request);
        LOG.error("request `{}` failed: {} {}", id, request.getMethod(), request.getRequestURI(), thrown);
        return Problem.of(ProblemKind.INTERNAL, "the server failed to answer request `" + id + "`");
    }

    /** The problem that an exception comes to; empty for what nobody foresaw. */
    public static Optional<Problem> problem(Throwable thrown, HttpServletRequest request) {
        return Faults.problem(thrown, request);
    }

    static String pathOf(HttpServletRequest request) {
        Object forwarded = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = forwarded instanceof String original ? original : request.getRequestURI();
        if (path == null) {
            return "";
        }
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    private static String requestIdOf(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ID) instanceof String id ? id : "";
    }
}
