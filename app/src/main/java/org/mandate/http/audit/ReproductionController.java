package org.mandate.http.audit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.reproduction.CancelReproduction;
import org.mandate.authorization.reproduction.DecideAgain;
import org.mandate.authorization.reproduction.DecideAllAgain;
import org.mandate.authorization.reproduction.DecideNow;
import org.mandate.authorization.reproduction.DecidedNow;
import org.mandate.authorization.reproduction.FindReproduction;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.ReproducedStretch;
import org.mandate.authorization.reproduction.Reproduction;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.audit.ReproductionBody.AnswerBody;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recorded decisions, decided again from the history. */
@RestController
@RequestMapping("/audit")
class ReproductionController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Gateway gateway;

    ReproductionController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping("/decisions/{id}/verify")
    ReproductionBody again(@PathVariable String id, Caller caller) {
        return gateway.ask(new DecideAgain(id), ResponseTypes.optionalInstanceOf(Reproduction.class), caller)
                .map(ReproductionBody::of)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no record of this id")
                        .found());
    }

    /** What the recorded question would be answered now; without an answer where it cannot be asked again. */
    record NowBody(String id, long position, Instant at, Optional<AnswerBody> answer) {}

    @GetMapping("/decisions/{id}/now")
    NowBody now(@PathVariable String id, Caller caller) {
        return gateway.ask(new DecideNow(id), ResponseTypes.optionalInstanceOf(DecidedNow.class), caller)
                .map(made -> new NowBody(
                        made.id(), made.position(), made.at(), made.answer().map(AnswerBody::of)))
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no record of this id")
                        .found());
    }

    @PostMapping(path = "/verify", params = "reproduce=true")
    ResponseEntity<ReproducedBody> all(
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Long> last,
            Caller caller) {
        DecideAllAgain command = new DecideAllAgain(
                from.map(text -> RecordFilters.instant("from", text)),
                to.map(text -> RecordFilters.instant("to", text)),
                after.orElse(0L),
                last);
        String id = gateway.<String>send(command, caller).result();
        ReproducedStretch stretch = find(id, PATIENCE, caller);
        return stretch.state() == State.RUNNING
                ? ResponseEntity.accepted()
                        .location(URI.create("/audit/reproductions/" + id))
                        .body(ReproducedBody.of(stretch))
                : ResponseEntity.ok(ReproducedBody.of(stretch));
    }

    @GetMapping("/reproductions/{id}")
    ReproducedBody read(@PathVariable String id, Caller caller) {
        return ReproducedBody.of(find(id, Duration.ZERO, caller));
    }

    @DeleteMapping("/reproductions/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id, Caller caller) {
        if (!gateway.<Boolean>send(new CancelReproduction(id), caller).result()) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private ReproducedStretch find(String id, Duration patience, Caller caller) {
        FindReproduction query = new FindReproduction(id, patience);
        return gateway.ask(query, ResponseTypes.optionalInstanceOf(ReproducedStretch.class), caller)
                .orElseThrow(ReproductionController::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no such work, or what it came to is no longer kept")
                .found();
    }
}
