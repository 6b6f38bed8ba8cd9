package org.mandate.http.history;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.search.Found;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.SearchPast;
import org.mandate.authorization.search.Sought;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.access.PageToken;
import org.mandate.http.access.SearchBody;
import org.mandate.http.answer.Answer;
import org.mandate.http.history.PastSearchRequest.WantedPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The searches of the decision point, asked of a moment of the past; bodies and answers are theirs, with {@code at} beside. */
@RestController
@RequestMapping("/history/search")
class PastSearchController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    PastSearchController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    /** Who may do this. */
    record WhoRequest(
            Optional<String> at,
            Asking.Sort subject,
            Asking.Verb action,
            Asking.Entity resource,
            Optional<JsonNode> context,
            Optional<WantedPage> page) {}

    /** To what this may be done. */
    record ToWhatRequest(
            Optional<String> at,
            Asking.Entity subject,
            Asking.Verb action,
            Asking.Sort resource,
            Optional<JsonNode> context,
            Optional<WantedPage> page) {}

    /** What may be done. */
    record WhatRequest(
            Optional<String> at,
            Asking.Entity subject,
            Asking.Entity resource,
            Optional<JsonNode> context,
            Optional<WantedPage> page) {}

    @PostMapping("/subject")
    ResponseEntity<SearchBody> subjects(@RequestBody WhoRequest body, Caller caller) {
        var sought = new Sought.Subjects(
                body.subject().type(), body.action().action(), body.resource().resource());
        return search(new PastSearchRequest(body.at(), body.context(), body.page()), sought, caller);
    }

    @PostMapping("/resource")
    ResponseEntity<SearchBody> resources(@RequestBody ToWhatRequest body, Caller caller) {
        var sought = new Sought.Resources(
                subjects.resolve(body.subject().subject("subject")),
                body.subject().values("subject"),
                body.action().action(),
                body.resource().type());
        return search(new PastSearchRequest(body.at(), body.context(), body.page()), sought, caller);
    }

    @PostMapping("/action")
    ResponseEntity<SearchBody> actions(@RequestBody WhatRequest body, Caller caller) {
        var sought = new Sought.Actions(
                subjects.resolve(body.subject().subject("subject")),
                body.subject().values("subject"),
                body.resource().resource());
        return search(new PastSearchRequest(body.at(), body.context(), body.page()), sought, caller);
    }

    private ResponseEntity<SearchBody> search(PastSearchRequest asked, Sought sought, Caller caller) {
        SearchPast message = asked.search(sought);
        Found found = gateway.ask(message, ResponseTypes.instanceOf(Found.class), caller);
        String next = found.next()
                .map(place -> PageToken.write(
                        asked.question(sought),
                        new Paging(place, message.search().paging().limit())))
                .orElse("");
        return Answer.at(found.position()).body(SearchBody.of(sought, found, next));
    }
}
