package org.mandate.http.history;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.Consequences;
import org.mandate.authorization.change.FindConsequences;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.simulation.ReachBody;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access history itself, and what one event of it did to people. */
@RestController
@RequestMapping("/history/events")
class EventsController {

    private final Gateway gateway;

    EventsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<EventBody> list(
            @ModelAttribute EventFilters filters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        var query = new FindHistory(
                filters.filter(), filters.newestFirst(), Cursor.limit(limit), Cursor.readPosition(cursor));
        HistoryPage page = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller);
        return ItemPage.of(page.items(), Cursor.written(page.next().map(String::valueOf)), EventBody::of);
    }

    /**
     * Who gained and lost what by one event.
     * @param looked at how many was looked of those whom it could have {@code concerned}
     */
    record ConsequencesBody(EventBody event, ReachBody reach, long looked, long concerned) {}

    @GetMapping("/{position}/reach")
    ResponseEntity<ConsequencesBody> reach(@PathVariable long position, Caller caller) {
        Consequences found = gateway.ask(
                        new FindConsequences(position), ResponseTypes.optionalInstanceOf(Consequences.class), caller)
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "there is no event at position " + position + " of the history")
                        .found());
        return Answer.at(position)
                .body(new ConsequencesBody(
                        EventBody.of(found.change()),
                        ReachBody.of(found.reach()),
                        found.reach().looked(),
                        found.reach().concerned()));
    }
}
