package org.mandate.http.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.integrity.Alteration;
import org.mandate.authorization.integrity.FindVerification;
import org.mandate.authorization.integrity.FindVerifications;
import org.mandate.authorization.integrity.KeptVerification;
import org.mandate.authorization.integrity.Retired;
import org.mandate.authorization.integrity.Verification;
import org.mandate.authorization.integrity.VerifyJournal;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A walk through the whole journal: answered at once where it is short, to be asked for again where it is long. */
@RestController
@RequestMapping("/audit/verify")
class VerificationController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Gateway gateway;

    VerificationController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param reproduce what decides everything again beside it has its own way in; here it can only say no */
    @PostMapping
    ResponseEntity<VerificationBody> verify(@RequestParam Optional<String> reproduce, Caller caller) {
        if (reproduce.filter(said -> !said.equals("false")).isPresent()) {
            throw Problem.invalid("reproduce", "must be `true` or `false`").found();
        }
        Verification walk =
                gateway.ask(new VerifyJournal(PATIENCE), ResponseTypes.instanceOf(Verification.class), caller);
        return walk.isFinished()
                ? ResponseEntity.ok(finished(walk))
                : ResponseEntity.accepted()
                        .location(URI.create("/audit/verify/" + walk.id()))
                        .body(VerificationBody.of(walk));
    }

    /** What walks found, on whichever node, newest first. */
    @GetMapping
    ItemPage<KeptBody> list(@RequestParam(defaultValue = "50") int limit, Caller caller) {
        List<KeptVerification> kept = gateway.ask(
                new FindVerifications(limit), ResponseTypes.multipleInstancesOf(KeptVerification.class), caller);
        return ItemPage.of(kept, Optional.empty(), KeptBody::of);
    }

    /** A walk that is over: without {@code ok} it could not be finished. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record KeptBody(
            String id,
            Instant beganAt,
            String by,
            Instant endedAt,
            long decisions,
            Optional<Boolean> ok,
            Optional<FirstBad> first) {

        static KeptBody of(KeptVerification kept) {
            return new KeptBody(
                    kept.id(),
                    kept.beganAt(),
                    kept.by(),
                    kept.endedAt(),
                    kept.records(),
                    kept.intact(),
                    kept.first().map(FirstBad::of));
        }
    }

    @GetMapping("/{id}")
    VerificationBody read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindVerification(id), ResponseTypes.optionalInstanceOf(Verification.class), caller)
                .map(VerificationController::finished)
                .orElseThrow(
                        () -> Problem.of(ProblemKind.NOT_FOUND, "this node has not begun a verification of this id")
                                .found());
    }

    private static VerificationBody finished(Verification walk) {
        walk.failure().ifPresent(failure -> {
            throw Problem.of(ProblemKind.NOT_READY, failure).retryAfter(5).found();
        });
        return VerificationBody.of(walk);
    }

    /** How far it is, or what came out. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record VerificationBody(
            String state,
            Optional<Boolean> ok,
            Optional<Long> decisions,
            Optional<FirstBad> first,
            Optional<Retired> retired,
            Optional<Progress> progress) {

        static VerificationBody of(Verification walk) {
            var verdict = walk.verdict();
            return new VerificationBody(
                    verdict.isPresent() ? "done" : "running",
                    verdict.map(found -> found.ok()),
                    verdict.filter(found -> found.ok()).map(found -> found.decisions()),
                    verdict.flatMap(found -> found.first()).map(FirstBad::of),
                    verdict.flatMap(found -> found.retired()),
                    verdict.isPresent() ? Optional.empty() : Optional.of(Progress.of(walk.progress())));
        }
    }

    /** The first record that is not as it was written. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FirstBad(Optional<String> id, long sequence, String fault) {

        static FirstBad of(Alteration found) {
            return new FirstBad(found.id(), found.sequence(), found.fault());
        }
    }

    /** Records, records per second, and seconds. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Progress(long position, long total, long rate, Optional<Long> timeLeft) {

        static Progress of(Verification.Progress progress) {
            return new Progress(
                    progress.position(),
                    progress.total(),
                    progress.rate(),
                    progress.timeLeft().map(Duration::toSeconds));
        }
    }
}
