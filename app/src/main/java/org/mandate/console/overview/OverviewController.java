package org.mandate.console.overview;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.journal.DecisionPage;
import org.mandate.authorization.journal.FindDecisions;
import org.mandate.console.KnownNames;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of administrators and auditors; anybody else is led to their own. */
@Controller
class OverviewController {

    private static final int NEWEST = 8;

    private final Gateway gateway;
    private final KnownNames known;

    OverviewController(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    @GetMapping("/console")
    String page(Caller caller, Model model) {
        if (!gateway.wouldAdmit(newest(Optional.empty()), caller)) {
            return "redirect:/console/me";
        }
        DecisionPage refusals =
                gateway.ask(newest(Optional.of(false)), ResponseTypes.instanceOf(DecisionPage.class), caller);
        model.addAttribute("refusals", known.rows(refusals.items(), caller));
        return "console/overview/overview";
    }

    private static FindDecisions newest(Optional<Boolean> allowed) {
        return new FindDecisions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                allowed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NEWEST,
                Optional.empty());
    }
}
