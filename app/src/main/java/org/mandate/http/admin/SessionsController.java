package org.mandate.http.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.token.EndSession;
import org.mandate.identity.token.FindSessions;
import org.mandate.identity.token.SessionPage;
import org.mandate.identity.token.SessionView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sessions that stand, each with the tokens of one sign-in, and ending them. */
@RestController
@RequestMapping("/admin/sessions")
class SessionsController {

    private final Gateway gateway;

    SessionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A session as it is answered. */
    record SessionBody(String id, String user, List<String> scopes, Instant createdAt, Instant expiresAt) {

        static SessionBody of(SessionView view) {
            return new SessionBody(
                    view.id(), view.user().value(), List.copyOf(view.scopes()), view.createdAt(), view.expiresAt());
        }
    }

    @GetMapping
    ItemPage<SessionBody> list(
            @RequestParam Optional<String> user,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        SessionPage page = gateway.ask(
                new FindSessions(user.map(KnownUser::of), limit, cursor),
                ResponseTypes.instanceOf(SessionPage.class),
                caller);
        return ItemPage.of(page.items(), page.next(), SessionBody::of);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(@PathVariable String id, Caller caller) {
        Written<Boolean> written = gateway.send(new EndSession(id), caller);
        if (!written.result()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "there is no session of this id that stands")
                    .found();
        }
        return Answer.noContent(written);
    }
}
