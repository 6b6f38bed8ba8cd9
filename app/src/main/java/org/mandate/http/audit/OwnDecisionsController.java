package org.mandate.http.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.journal.DecisionPage;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
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
            RecordBody.Entity resource,
            String decision,
            List<RecordBody.ReasonBody> reasons,
            String channel) {

        static OwnRecordBody of(DecisionRecord made) {
            RecordBody whole = RecordBody.of(made);
            return new OwnRecordBody(
                    whole.id(),
                    whole.at(),
                    whole.action(),
                    whole.resource(),
                    whole.decision(),
                    whole.reasons(),
                    whole.channel());
        }
    }

    /** {@code next} leads to older records, {@code prev} to newer ones. */
    record OwnRecordPage(List<OwnRecordBody> items, Optional<String> next, Optional<String> prev) {}

    @GetMapping("/users/me/decisions")
    OwnRecordPage list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        FindOwnDecisions query = new FindOwnDecisions(caller.user().orElseThrow(), limit, cursor);
        DecisionPage page = gateway.ask(query, ResponseTypes.instanceOf(DecisionPage.class), caller);
        return new OwnRecordPage(page.items().stream().map(OwnRecordBody::of).toList(), page.next(), page.prev());
    }
}
