package org.mandate.console;

import jakarta.servlet.http.HttpServletResponse;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no other page of the console answers. */
@Controller
class Elsewhere {

    @RequestMapping("/console/**")
    String nothing() {
        throw Problem.of(ProblemKind.NOT_FOUND, "there is no page of the console at this address")
                .found();
    }

    /** A form without the mark of the page that it was on: it is old, or it is somebody else's. */
    @RequestMapping("/console/stale-form")
    String staleForm(HttpServletResponse response, Model model) {
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
