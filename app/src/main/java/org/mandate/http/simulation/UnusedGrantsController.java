package org.mandate.http.simulation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.history.When;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.WalkProgress;
import org.mandate.authorization.usage.FindUnusedGrants;
import org.mandate.authorization.usage.UnusedGrants;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Grants that no recorded decision needed. */
@RestController
class UnusedGrantsController {

    private static final String PATH = "/history/unused-grants";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Gateway gateway;

    UnusedGrantsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * What was found, ordered by kind and names; assignments first.
     * @param state {@code running} where the walk goes on: then the header {@code Location} leads to it
     * @param decisions how many decisions were looked at
     * @param undecidable how many of them could not be, since the person is erased
     */
    record Unused(
            List<UnusedGrantBody> items,
            Optional<String> next,
            String state,
            String walk,
            Instant since,
            long decisions,
            long undecidable,
            long position,
            WalkProgress.View progress) {}

    @GetMapping(PATH)
    ResponseEntity<Unused> list(
            @RequestParam Optional<String> since,
            @RequestParam Optional<String> walk,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        Instant from = since.map(text -> When.parse("since", text))
                .flatMap(When::instant)
                .orElseThrow(() -> Problem.invalid("since", "must be an instant like `2026-11-22T12:00:00Z`")
                        .found());
        UnusedGrants found = gateway.ask(
                        new FindUnusedGrants(from, walk, PATIENCE),
                        ResponseTypes.optionalInstanceOf(UnusedGrants.class),
                        caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no such walk, or it is no longer kept")
                        .found());
        if (found.state() == State.FAILED) {
            throw new IllegalStateException("the use of grants was not found out: " + found.failure());
        }
        ItemPage<UnusedGrantBody> page = ItemPage.cut(
                found.items().stream()
                        .map(grant -> UnusedGrantBody.of(grant, from))
                        .sorted(UnusedGrantBody.ORDER)
                        .toList(),
                UnusedGrantBody::key,
                limit,
                cursor);
        Unused body = new Unused(
                page.items(),
                page.next(),
                found.state().name().toLowerCase(java.util.Locale.ROOT),
                found.walk(),
                from,
                found.decisions(),
                found.undecidable(),
                found.position(),
                found.progress());
        return found.state() == State.RUNNING
                ? ResponseEntity.accepted().location(again(from, found)).body(body)
                : ResponseEntity.ok(body);
    }

    private static URI again(Instant since, UnusedGrants found) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("since", since)
                .queryParam("walk", found.walk())
                .build()
                .toUri();
    }
}
