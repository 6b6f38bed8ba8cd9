package org.mandate.http.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.mandate.http.edge.Callers;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.http.MediaType;

/**
 * Answers the call that is made most, a single evaluation, right behind the security chain: to find a controller, to call it and
 * to turn its answer into bytes costs the framework more than the decision costs. What is no POST goes on to the controller.
 */
final class EvaluationFilter implements Filter {

    static final String PATH = "/access/v1/evaluation";

    private static final byte[] ALLOWED = bytes(new EvaluationBody(true, null));
    private static final byte[] DENIED = bytes(new EvaluationBody(false, null));

    private final SingleEvaluation evaluation;
    private final Callers callers;
    private final MeterRegistry meters;
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

    EvaluationFilter(SingleEvaluation evaluation, Callers callers, MeterRegistry meters) {
        this.evaluation = evaluation;
        this.callers = callers;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && "POST".equals(asked.getMethod())) {
            long start = System.nanoTime();
            answer(asked, answer);
            timers.computeIfAbsent(answer.getStatus(), this::timer)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body;
        try {
            EvaluationBody answer = evaluation.answer(AccessBody.of(request), callers.of(request));
            body = answer.context() != null ? bytes(answer) : answer.decision() ? ALLOWED : DENIED;
        } catch (RuntimeException | IOException fault) {
            ProblemWriter.writeFault(request, response, fault);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] bytes(EvaluationBody answer) {
        return StrictJson.mapper().writeValueAsBytes(answer);
    }

    /** As the framework names what it measures of all other requests. */
    private Timer timer(int status) {
        return Timer.builder("http.server.requests")
                .tags("method", "POST", "uri", PATH, "status", Integer.toString(status), "exception", "none")
                .tags("outcome", status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR")
                .tag("error", "none")
                .register(meters);
    }
}
