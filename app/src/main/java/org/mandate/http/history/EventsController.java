package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.history.When;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.json.StrictJson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** The access history itself, oldest first. Nothing sealed is answered, nor what posts say. */
@RestController
@RequestMapping("/history/events")
class EventsController {

    private static final Set<String> WITHHELD = Set.of("sealedProfile", "title", "content");
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Gateway gateway;

    EventsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** An event as it is answered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EventBody(
            long position,
            Instant at,
            String type,
            String what,
            String by,
            Optional<String> reason,
            Map<String, Object> data) {

        static EventBody of(Told told) {
            Map<String, Object> data = StrictJson.mapper().convertValue(told.event(), MEMBERS);
            data.keySet().removeAll(WITHHELD);
            return new EventBody(told.position(), told.at(), told.type(), told.what(), told.by(), told.reason(), data);
        }
    }

    /** {@code subject} is a user's id, or {@code type:id} for subjects and entities of other types. */
    @GetMapping
    ItemPage<EventBody> list(
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> subject,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindHistory(
                from.map(text -> When.parse("from", text)),
                to.map(text -> When.parse("to", text)),
                type,
                subject.map(EventsController::subject),
                Cursor.limit(limit),
                Cursor.readPosition(cursor));
        HistoryPage page = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller);
        return ItemPage.of(page.items(), Cursor.written(page.next().map(String::valueOf)), EventBody::of);
    }

    private static SubjectId subject(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? SubjectId.user(text) : new SubjectId(text.substring(0, colon), text.substring(colon + 1));
    }
}
