package org.mandate.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mandate.enforcement.Caller;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of the console what an API client would be told by a problem. */
@ControllerAdvice(basePackages = "org.mandate.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final Map<ProblemKind, String> HEADLINES = Map.of(
            ProblemKind.REFUSED, "You may not see or do this",
            ProblemKind.NOT_FOUND, "There is nothing here",
            ProblemKind.CONFLICT, "This contradicts what stands now",
            ProblemKind.STALE, "This has changed meanwhile",
            ProblemKind.NOT_READY, "Not ready",
            ProblemKind.INTERNAL, "Something failed on our side");

    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // The browser has hung up; there is nobody to answer.
    }

    @ExceptionHandler(Throwable.class)
    ModelAndView page(Throwable thrown, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Problem problem = ProblemWriter.problem(thrown, request).orElseGet(() -> unexpected(thrown, request));
        ExtendedModelMap around = new ExtendedModelMap();
        shell.frame(caller, request, around);
        around.addAttribute("notice", "");
        Map<String, Object> model = new HashMap<>(around);
        model.put(
                "headline",
                HEADLINES.getOrDefault(problem.kind(), problem.kind().title()));
        model.put("status", problem.kind().status());
        model.put("detail", Sentence.of(problem.detail()));
        model.put("errors", problem.errors());
        model.put("decision", problem.decisionId().orElse(""));
        model.put("requestId", requestId(request));
        model.put("passing", problem.kind().passes());
        model.put("again", request.getMethod().equals("GET") ? around.get("here") : null);
        problem.headers().forEach(response::setHeader);
        ModelAndView page = new ModelAndView("console/error", model);
        page.setStatus(
                org.springframework.http.HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }

    private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        LOG.error("request `{}` failed", requestId(request), thrown);
        return Problem.of(ProblemKind.INTERNAL, "the server failed to answer request `" + requestId(request) + "`");
    }

    private static String requestId(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ProblemWriter.REQUEST_ID))
                .map(Object::toString)
                .orElse("");
    }
}
