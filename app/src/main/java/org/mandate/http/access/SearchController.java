package org.mandate.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.search.Circumstances;
import org.mandate.authorization.search.Found;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.Search;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.access.SearchRequest.Kind;
import org.mandate.http.answer.Answer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers who may do something, to what, and what one may do, page by page. */
@RestController
@RequestMapping(path = "/access/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    SearchController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    @PostMapping("/subject")
    ResponseEntity<SearchBody> searchSubjects(HttpServletRequest request, Caller caller) throws IOException {
        return search(Kind.SUBJECT, request, caller);
    }

    @PostMapping("/resource")
    ResponseEntity<SearchBody> searchResources(HttpServletRequest request, Caller caller) throws IOException {
        return search(Kind.RESOURCE, request, caller);
    }

    @PostMapping("/action")
    ResponseEntity<SearchBody> searchActions(HttpServletRequest request, Caller caller) throws IOException {
        return search(Kind.ACTION, request, caller);
    }

    private ResponseEntity<SearchBody> search(Kind kind, HttpServletRequest request, Caller caller) throws IOException {
        SearchRequest asked = SearchRequest.of(kind, AccessBody.of(request), subjects::resolve);
        Paging paging = asked.paging();
        Circumstances circumstances = new Circumstances(
                asked.context(),
                Question.ip(asked.context()),
                SubjectId.user(caller.user().orElseThrow().value()),
                caller.ip());
        Found found = gateway.ask(
                new Search(asked.sought(), circumstances, paging), ResponseTypes.instanceOf(Found.class), caller);
        String next = found.next()
                .map(place -> PageToken.write(asked.question(), new Paging(place, paging.limit())))
                .orElse("");
        return Answer.at(found.position()).body(SearchBody.of(asked.sought(), found, next));
    }
}
