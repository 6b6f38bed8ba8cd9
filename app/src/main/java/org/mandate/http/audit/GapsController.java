package org.mandate.http.audit;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.FindGaps;
import org.mandate.authorization.audit.GapPage;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The known gaps of the journal, newest first. In the mode {@code strict} there are none. */
@RestController
class GapsController {

    private final Gateway gateway;

    GapsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/audit/gaps")
    ItemPage<RecordBody> gaps(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        GapPage page = gateway.ask(
                new FindGaps(limit, cursor.map(GapsController::sequence)),
                ResponseTypes.instanceOf(GapPage.class),
                caller);
        return ItemPage.of(page.items(), page.next().map(String::valueOf), RecordBody::new);
    }

    private static Long sequence(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException broken) {
            throw Problem.invalid("cursor", "the `next` of a page is expected").found();
        }
    }
}
