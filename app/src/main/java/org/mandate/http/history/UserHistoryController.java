package org.mandate.http.history;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.ChangePage;
import org.mandate.authorization.change.Difference;
import org.mandate.authorization.change.FindDifference;
import org.mandate.authorization.change.FindTimeline;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.When;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a user could do at any moment, and what changed it. Who was erased is answered by id, without a name. */
@RestController
@RequestMapping("/history/users/{id}")
class UserHistoryController {

    private final Gateway gateway;

    UserHistoryController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/access")
    ResponseEntity<PastAccessBody> access(@PathVariable String id, @RequestParam Optional<String> at, Caller caller) {
        var query = new FindPastAccess(SubjectId.user(id), Moments.of("at", at));
        PastAccess access = gateway.ask(query, ResponseTypes.optionalInstanceOf(PastAccess.class), caller)
                .orElseThrow(() -> unknown(id));
        return Answer.at(access.place().position()).body(PastAccessBody.of(access));
    }

    @GetMapping("/timeline")
    ResponseEntity<ItemPage<ChangeBody>> timeline(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindTimeline(SubjectId.user(id), Cursor.limit(limit), Cursor.read(cursor));
        ChangePage page = gateway.ask(query, ResponseTypes.optionalInstanceOf(ChangePage.class), caller)
                .orElseThrow(() -> unknown(id));
        return Answer.at(page.position()).body(ItemPage.of(page.items(), Cursor.written(page.next()), ChangeBody::of));
    }

    @GetMapping("/diff")
    ResponseEntity<DifferenceBody> difference(
            @PathVariable String id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Caller caller) {
        var query = new FindDifference(
                SubjectId.user(id),
                from.map(text -> When.parse("from", text)).orElse(When.position(0)),
                Moments.of("to", to));
        Difference difference = gateway.ask(query, ResponseTypes.optionalInstanceOf(Difference.class), caller)
                .orElseThrow(() -> unknown(id));
        return Answer.at(difference.to().position()).body(DifferenceBody.of(difference));
    }

    private static ProblemFound unknown(String id) {
        return Problem.of(ProblemKind.NOT_FOUND, "there never was a user `" + id + "`")
                .found();
    }
}
