package org.mandate.http.admin;

import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.DashboardView;
import org.mandate.administration.FindDashboard;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How things stand. */
@RestController
@RequestMapping("/admin")
class OverviewController {

    private final Gateway gateway;

    OverviewController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/dashboard")
    Dashboard dashboard(Caller caller) {
        FindDashboard query = new FindDashboard(caller.user().orElseThrow());
        DashboardView view = gateway.ask(query, ResponseTypes.instanceOf(DashboardView.class), caller);
        return new Dashboard("Welcome to admin dashboard", view.user(), view.counts());
    }

    /** The dashboard as it is answered. */
    record Dashboard(String message, String user, Map<String, Long> counts) {}
}
