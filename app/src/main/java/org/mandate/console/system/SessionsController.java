package org.mandate.console.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.console.Confirmation;
import org.mandate.console.KnownNames;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.UserId;
import org.mandate.identity.token.EndSession;
import org.mandate.identity.token.FindSessions;
import org.mandate.identity.token.Scopes;
import org.mandate.identity.token.SessionPage;
import org.mandate.identity.token.SessionView;
import org.mandate.identity.token.Sessions;
import org.mandate.oversight.Names;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is signed in, with which scopes, and ending it. */
@Controller
@RequestMapping(SessionsController.LIST)
class SessionsController {

    static final String LIST = "/console/system/sessions";

    private static final int PAGE = 50;

    private final Gateway gateway;
    private final KnownNames known;
    private final NamedSubjects subjects;
    private final Sessions standing;

    SessionsController(Gateway gateway, KnownNames known, NamedSubjects subjects, Sessions standing) {
        this.gateway = gateway;
        this.known = known;
        this.subjects = subjects;
        this.standing = standing;
    }

    /** A session as a row. */
    record SessionRow(
            String id,
            String user,
            String name,
            Set<String> scopes,
            boolean all,
            Instant since,
            Instant until,
            boolean own) {

        static SessionRow of(SessionView view, Names names, Caller caller) {
            String user = view.user().value();
            return new SessionRow(
                    view.id(),
                    user,
                    names.of(user),
                    view.scopes(),
                    view.scopes().containsAll(Scopes.ALL),
                    view.createdAt(),
                    view.expiresAt(),
                    caller.session().equals(Optional.of(view.id())));
        }
    }

    @GetMapping
    String list(@RequestParam Optional<String> user, @RequestParam Optional<String> after, Caller caller, Model model) {
        Optional<String> written = user.map(String::trim).filter(text -> !text.isEmpty());
        Optional<UserId> of = written.flatMap(
                text -> id(subjects.resolve(SubjectId.user(text)).id()));
        boolean nobody = written.isPresent() && of.isEmpty();
        SessionPage page =
                gateway.ask(new FindSessions(of, PAGE, after), ResponseTypes.instanceOf(SessionPage.class), caller);
        model.addAttribute("sessions", nobody ? List.of() : rows(page.items(), caller));
        model.addAttribute("user", written.orElse(""));
        Link first = Link.to(LIST).with("user", written);
        model.addAttribute("newer", after.isPresent() ? first.toString() : "");
        model.addAttribute("older", nobody ? "" : first.further("after", page.next()));
        return "console/system/sessions";
    }

    List<SessionRow> newest(int number, Caller caller) {
        SessionPage page = gateway.ask(
                new FindSessions(Optional.empty(), number, Optional.empty()),
                ResponseTypes.instanceOf(SessionPage.class),
                caller);
        return rows(page.items(), caller);
    }

    private List<SessionRow> rows(List<SessionView> views, Caller caller) {
        Names names = known.of(views.stream().map(view -> view.user().value()).toList(), caller);
        return views.stream().map(view -> SessionRow.of(view, names, caller)).toList();
    }

    private static Optional<UserId> id(String text) {
        try {
            return Optional.of(new UserId(text));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    @GetMapping("/{id}/end")
    String ask(@PathVariable String id, @RequestParam Optional<String> user, Caller caller, Model model) {
        gateway.ask(new OpenForm("sessions"), ResponseTypes.instanceOf(Boolean.class), caller);
        if (!standing.live(id)) {
            throw unknown();
        }
        String who = user.map(one -> known.of(List.of(one), caller).of(one)).orElse("somebody");
        boolean own = caller.session().equals(Optional.of(id));
        return new Confirmation(
                        "End this session of " + who + "?",
                        List.of(
                                "Its access tokens and refresh tokens stop working at once.",
                                own
                                        ? "It is the one that you are using: you have to sign in again."
                                        : who + " can sign in again; other sessions go on."),
                        "End the session",
                        LIST + "/" + id + "/end",
                        Map.of(),
                        false,
                        LIST)
                .page(model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id, Caller caller) {
        Written<Boolean> ended = gateway.send(new EndSession(id), caller);
        if (!ended.result()) {
            throw unknown();
        }
        return "redirect:" + Link.to(LIST).with("done", Optional.of("session-ended"));
    }

    private static ProblemFound unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no session of this id that stands")
                .found();
    }
}
