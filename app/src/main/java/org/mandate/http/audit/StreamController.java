package org.mandate.http.audit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.DecisionFeed;
import org.mandate.authorization.audit.FollowDecisions;
import org.mandate.authorization.integrity.RecordJson;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.edge.TokenWatch;
import org.mandate.http.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decision log as it grows, as server-sent events. The id of an event is the sequence of its record. */
@RestController
class StreamController {

    private static final int MOST_DIGITS = 18;

    private final Gateway gateway;
    private final LiveStreams streams;
    private final TokenWatch tokens;
    private final LiveRows rows;

    StreamController(Gateway gateway, LiveStreams streams, TokenWatch tokens, LiveRows rows) {
        this.rows = rows;
        this.gateway = gateway;
        this.streams = streams;
        this.tokens = tokens;
    }

    @GetMapping("/audit/decisions/stream")
    void stream(
            @ModelAttribute RecordFilters filters,
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        open(filters, lastEventId, RecordJson::text, caller, request, response);
    }

    private void open(
            RecordFilters filters,
            Optional<String> lastEventId,
            Function<JournalEntry, String> told,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var query = new FollowDecisions(
                filters.filters(), lastEventId.filter(id -> !id.isEmpty()).map(StreamController::sequence));
        var still = tokens.still();
        streams.open(request, response, () -> {
            DecisionFeed feed = gateway.ask(query, ResponseTypes.instanceOf(DecisionFeed.class), caller);
            return new LiveStream(feed::next, () -> still.getAsBoolean() && gateway.wouldAdmit(query, caller), told);
        });
    }

    /**
     * The same for the console, whose visitors have a cookie in place of a token and see rows in place of JSON. A page cannot
     * say in a header what it has seen: {@code since} is the sequence of its newest record.
     */
    @Hidden
    @GetMapping("/console/decisions/stream")
    void follow(
            @ModelAttribute RecordFilters filters,
            @RequestParam Optional<String> since,
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var seen = lastEventId.filter(id -> !id.isEmpty()).or(() -> since);
        open(filters, seen, rows.rows(caller), caller, request, response);
    }

    private static long sequence(String id) {
        if (id.length() > MOST_DIGITS || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Problem.invalid("Last-Event-ID", "must be the `id` of an event of this stream")
                    .found();
        }
        return Long.parseLong(id);
    }
}
