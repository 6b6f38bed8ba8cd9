package org.mandate.http.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.FindRefusals;
import org.mandate.authorization.audit.Refusals;
import org.mandate.authorization.audit.Refusals.Refused;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused most often. Without a time, in the last day. */
@RestController
class RefusalsController {

    private static final Duration DAY = Duration.ofDays(1);

    private final Gateway gateway;
    private final Clock clock;

    RefusalsController(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @GetMapping("/audit/refusals")
    RefusalsBody refusals(
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "10") int limit,
            Caller caller) {
        Instant end = to.map(text -> RecordFilters.instant("to", text)).orElseGet(clock::instant);
        Instant start = from.map(text -> RecordFilters.instant("from", text)).orElseGet(() -> end.minus(DAY));
        return RefusalsBody.of(
                gateway.ask(new FindRefusals(start, end, limit), ResponseTypes.instanceOf(Refusals.class), caller));
    }

    /** The most frequent first; where not {@code complete}, counted of the newest refusals alone. */
    record RefusalsBody(long counted, boolean complete, List<RefusedBody> items) {

        static RefusalsBody of(Refusals refusals) {
            return new RefusalsBody(
                    refusals.counted(),
                    refusals.complete(),
                    refusals.items().stream().map(RefusedBody::of).toList());
        }
    }

    /** How often a subject was refused an action on a type of resource, and the record of the last time. */
    record RefusedBody(
            long count, String subjectType, String subject, String action, String resourceType, RecordBody newest) {

        static RefusedBody of(Refused refused) {
            var newest = refused.newest();
            return new RefusedBody(
                    refused.count(),
                    newest.subject().type(),
                    newest.subject().id(),
                    newest.action().name(),
                    newest.resource().type(),
                    new RecordBody(newest));
        }
    }
}
