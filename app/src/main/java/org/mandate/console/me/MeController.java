package org.mandate.console.me;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.audit.DecisionPage;
import org.mandate.console.AssignmentRow;
import org.mandate.console.Link;
import org.mandate.console.RecordRow;
import org.mandate.console.Visitor;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.oversight.FindOwnDecisions;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one holds oneself, and what was decided about one. */
@Controller
class MeController {

    private static final int PAGE = 20;

    private final Gateway gateway;
    private final Clock clock;

    MeController(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @GetMapping("/console/me")
    String page(@RequestParam Optional<String> cursor, Caller caller, HttpServletRequest request, Model model) {
        UserId oneself = caller.user().orElseThrow();
        AccessView access = gateway.ask(
                new FindAccess(SubjectId.user(oneself.value())), ResponseTypes.instanceOf(AccessView.class), caller);
        DecisionPage decisions = gateway.ask(
                new FindOwnDecisions(oneself, PAGE, cursor), ResponseTypes.instanceOf(DecisionPage.class), caller);
        Instant now = clock.instant();
        model.addAttribute(
                "roles",
                access.roles().stream().map(view -> AssignmentRow.of(view, now)).toList());
        model.addAttribute("mayGrant", gateway.wouldAdmit(new OpenForm(OpenForm.GRANTS), caller));
        model.addAttribute("permissions", access.permissions());
        model.addAttribute(
                "decisions",
                decisions.decisions().stream()
                        .map(made -> RecordRow.of(made, Visitor.names(request)))
                        .toList());
        model.addAttribute("older", Link.to("/console/me").further("cursor", decisions.next()));
        model.addAttribute("newer", Link.to("/console/me").further("cursor", decisions.prev()));
        return "console/me/me";
    }
}
