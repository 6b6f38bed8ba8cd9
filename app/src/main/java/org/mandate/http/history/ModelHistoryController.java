package org.mandate.http.history;

import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.ChangePage;
import org.mandate.authorization.change.FindRoleTimeline;
import org.mandate.authorization.history.FindPastHolders;
import org.mandate.authorization.history.FindPastRole;
import org.mandate.authorization.history.FindPastRoles;
import org.mandate.authorization.history.PastHolders;
import org.mandate.authorization.history.PastRole;
import org.mandate.authorization.history.PastRoles;
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

/** Roles and permissions as they were. */
@RestController
@RequestMapping("/history")
class ModelHistoryController {

    private static final int MOST_ROLES = 100;

    private final Gateway gateway;

    ModelHistoryController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** {@code type} is that of the subjects that are looked for. */
    @GetMapping("/permissions/{name}/holders")
    ResponseEntity<ItemPage<HolderBody>> holders(
            @PathVariable String name,
            @RequestParam Optional<String> at,
            @RequestParam(defaultValue = SubjectId.USER) String type,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindPastHolders(name, type, Moments.of("at", at), Cursor.limit(limit), Cursor.read(cursor));
        PastHolders page = gateway.ask(query, ResponseTypes.instanceOf(PastHolders.class), caller);
        return Answer.at(page.place().position())
                .body(ItemPage.of(page.items(), Cursor.written(page.next()), HolderBody::of));
    }

    /** {@code names} with commas between them; those of the roles that stood then are answered. */
    @GetMapping("/roles")
    ResponseEntity<ItemPage<PastRoleBody>> roles(
            @RequestParam Set<String> names, @RequestParam Optional<String> at, Caller caller) {
        if (names.size() > MOST_ROLES) {
            throw Problem.invalid("names", "at most " + MOST_ROLES + " at once, not " + names.size())
                    .found();
        }
        var query = new FindPastRoles(names, Moments.of("at", at));
        PastRoles past = gateway.ask(query, ResponseTypes.instanceOf(PastRoles.class), caller);
        return Answer.at(past.place().position())
                .body(ItemPage.of(past.items(), Optional.empty(), then -> PastRoleBody.of(then.role())));
    }

    @GetMapping("/roles/{name}")
    ResponseEntity<PastRoleBody> role(@PathVariable String name, @RequestParam Optional<String> at, Caller caller) {
        var query = new FindPastRole(name, Moments.of("at", at));
        PastRole role = gateway.ask(query, ResponseTypes.optionalInstanceOf(PastRole.class), caller)
                .orElseThrow(() -> unknown("there was no role `" + name + "` at that moment"));
        return Answer.at(role.place().position()).body(PastRoleBody.of(role));
    }

    @GetMapping("/roles/{name}/timeline")
    ResponseEntity<ItemPage<ChangeBody>> timeline(
            @PathVariable String name,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindRoleTimeline(name, false, Cursor.limit(limit), Cursor.read(cursor));
        ChangePage page = gateway.ask(query, ResponseTypes.optionalInstanceOf(ChangePage.class), caller)
                .orElseThrow(() -> unknown("there never was a role `" + name + "`"));
        return Answer.at(page.position()).body(ItemPage.of(page.items(), Cursor.written(page.next()), ChangeBody::of));
    }

    private static ProblemFound unknown(String sentence) {
        return Problem.of(ProblemKind.NOT_FOUND, sentence).found();
    }
}
