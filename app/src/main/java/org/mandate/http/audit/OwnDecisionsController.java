package org.mandate.http.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.DecisionPage;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ReasonBody;
import org.mandate.oversight.FindOwnDecisions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided about oneself, newest first. Who asked, and from where, is for auditors to see. */
@RestController
class OwnDecisionsController {

    private final Gateway gateway;

    OwnDecisionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A record as its subject sees it. */
    record OwnRecordBody(
            String id,
            Instant at,
            String action,
            RecordDescription.Entity resource,
            String decision,
            List<ReasonBody> reasons,
            String channel) {

        static OwnRecordBody of(DecisionRecord made) {
            return new OwnRecordBody(
                    made.id(),
                    made.at(),
                    made.action().name(),
                    new RecordDescription.Entity(
                            made.resource().type(), made.resource().id()),
                    made.allowed() ? "allow" : "deny",
                    ReasonBody.of(made.reasons()),
                    made.provenance().channel().label());
        }
    }

    /** {@code next} leads to older records, {@code prev} to newer ones. */
    record OwnRecordPage(List<OwnRecordBody> items, Optional<String> next, Optional<String> prev) {}

    @GetMapping("/users/me/decisions")
    OwnRecordPage list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        FindOwnDecisions query = new FindOwnDecisions(caller.user().orElseThrow(), limit, cursor);
        DecisionPage page = gateway.ask(query, ResponseTypes.instanceOf(DecisionPage.class), caller);
        return new OwnRecordPage(
                page.decisions().stream().map(OwnRecordBody::of).toList(), page.next(), page.prev());
    }
}
