package org.mandate.console.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.FindAccounts;
import org.mandate.administration.FindSettings;
import org.mandate.administration.SettingView;
import org.mandate.console.Confirmation;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.token.FindSigningKeys;
import org.mandate.identity.token.SigningKeyView;
import org.mandate.identity.user.UserPage;
import org.mandate.identity.user.UserView;
import org.mandate.oversight.OpenForm;
import org.mandate.replay.FindProjectionNamed;
import org.mandate.replay.FindProjections;
import org.mandate.replay.ProjectionView;
import org.mandate.replay.ProjectionView.Finding;
import org.mandate.replay.ProjectionView.Progress;
import org.mandate.replay.RebuildFromHistory;
import org.mandate.replay.ReplayRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How far the views of this node are, and the settings in force. No secret is among them. */
@Controller
class SystemController {

    private static final String GATEWAY = "gateway";
    private static final int CLIENTS = 25;
    private static final int NEWEST = 8;

    private final Gateway gateway;
    private final SessionsController sessions;

    SystemController(Gateway gateway, SessionsController sessions) {
        this.gateway = gateway;
        this.sessions = sessions;
    }

    /** Applications that ask the decision point sign in as users who hold the role that lets them. */
    private List<UserView> clients(Caller caller) {
        FindAccounts holders =
                new FindAccounts(Optional.empty(), Optional.of(GATEWAY), Optional.empty(), CLIENTS, Optional.empty());
        return gateway.ask(holders, ResponseTypes.instanceOf(UserPage.class), caller)
                .items();
    }

    @GetMapping("/console/system")
    String page(Caller caller, Model model) {
        List<ProjectionView> projections =
                gateway.ask(new FindProjections(), ResponseTypes.multipleInstancesOf(ProjectionView.class), caller);
        model.addAttribute("projections", projections.stream().map(ViewRow::of).toList());
        model.addAttribute(
                "busy", projections.stream().anyMatch(view -> view.rebuild().isPresent()));
        model.addAttribute(
                "settings",
                gateway.ask(new FindSettings(), ResponseTypes.multipleInstancesOf(SettingView.class), caller));
        model.addAttribute("sessions", sessions.newest(NEWEST, caller));
        model.addAttribute("clients", clients(caller));
        model.addAttribute(
                "keys",
                gateway.ask(new FindSigningKeys(), ResponseTypes.multipleInstancesOf(SigningKeyView.class), caller));
        return "console/system/system";
    }

    @GetMapping("/console/system/projections/{name}/rebuild")
    String ask(@PathVariable String name, Caller caller, Model model) {
        gateway.ask(new OpenForm("projections"), ResponseTypes.instanceOf(Boolean.class), caller);
        return gateway.ask(
                        new FindProjectionNamed(name), ResponseTypes.optionalInstanceOf(ProjectionView.class), caller)
                .map(view -> confirmation(view.name()).page(model))
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no view `" + name + "`")
                        .found());
    }

    @PostMapping("/console/system/projections/{name}/rebuild")
    String rebuild(@PathVariable String name, Caller caller) {
        try {
            gateway.send(new RebuildFromHistory(name), caller);
        } catch (ReplayRefused refused) {
            throw Problem.of(ProblemKind.CONFLICT, String.valueOf(refused.getMessage()))
                    .found();
        }
        return "redirect:/console/system?done=rebuild-started";
    }

    private static Confirmation confirmation(String name) {
        return new Confirmation(
                "Build " + name + " again from the history?",
                List.of(
                        "The whole history is read again, beside the live view, which goes on answering.",
                        "When it is done, what was built takes the place of the live view."),
                "Rebuild " + name,
                "/console/system/projections/" + name + "/rebuild",
                Map.of(),
                false,
                "/console/system");
    }

    /**
     * A view as a row.
     * @param percent how far its rebuild is; negative while there is none
     */
    record ViewRow(
            String name,
            long position,
            long lag,
            boolean fit,
            String state,
            int percent,
            String progress,
            String last) {

        static ViewRow of(ProjectionView view) {
            return new ViewRow(
                    view.name(),
                    view.position(),
                    view.lag(),
                    view.fit(),
                    view.state(),
                    view.rebuild().map(ViewRow::percent).orElse(-1),
                    view.rebuild().map(ViewRow::words).orElse(""),
                    view.lastRebuild().map(ViewRow::words).orElse(""));
        }

        private static int percent(Progress progress) {
            return progress.total() == 0 ? 100 : (int) (progress.position() * 100 / progress.total());
        }

        private static String words(Progress progress) {
            return progress.position() + " of " + progress.total() + ", " + progress.eventsPerSecond() + "/s, "
                    + progress.secondsLeft() + " s left";
        }

        private static String words(Finding finding) {
            return finding.failure()
                    .map(why -> "last rebuild failed: " + why)
                    .orElseGet(() -> finding.equal()
                            ? "last rebuild found the same as before"
                            : "last rebuild found a difference: "
                                    + finding.difference().orElse("unnamed"));
        }
    }
}
