package org.mandate.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no other page of the console answers. */
@Controller
class Elsewhere {

    private final Pages pages;

    Elsewhere(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/console/**")
    String nothing(HttpServletRequest request) {
        throw nothing(request.getMethod(), request.getRequestURI());
    }

    private ProblemFound nothing(String method, String path) {
        Set<String> methods = pages.methods(path);
        if (methods.isEmpty()) {
            return Problem.of(ProblemKind.NOT_FOUND, "there is no page of the console at this address")
                    .found();
        }
        if (methods.contains(method)) {
            return Problem.of(ProblemKind.MALFORMED_REQUEST, "the form does not say which of its buttons was pressed")
                    .found();
        }
        return Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "the method `" + method + "` is not offered here")
                .withHeader(HttpHeaders.ALLOW, String.join(", ", methods))
                .found();
    }

    /** A form without the mark of the page that it was on: it is old, or it is somebody else's. */
    @RequestMapping("/console/stale-form")
    String staleForm(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!request.getMethod().equals("POST")) {
            // No form is sent by another method, so it is not for its age that this one is not taken.
            String asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path
                    ? path
                    : request.getRequestURI();
            throw nothing(request.getMethod(), asked);
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("headline", "This form can no longer be sent");
        model.addAttribute("status", HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute(
                "detail",
                "It is too old, or it did not come from this console. Go back, reload the page, and send it again.");
        model.addAttribute("errors", java.util.List.of());
        model.addAttribute("decision", "");
        model.addAttribute("requestId", "");
        model.addAttribute("passing", false);
        return "console/error";
    }
}
