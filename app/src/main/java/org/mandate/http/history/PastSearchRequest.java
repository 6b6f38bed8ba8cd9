package org.mandate.http.history;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.When;
import org.mandate.authorization.search.Circumstances;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.Place;
import org.mandate.authorization.search.Search;
import org.mandate.authorization.search.SearchPast;
import org.mandate.authorization.search.Sought;
import org.mandate.http.access.PageToken;
import org.mandate.http.access.Question;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/** What all three searches have beside what they look for. */
record PastSearchRequest(Optional<String> at, Optional<JsonNode> context, Optional<WantedPage> page) {

    /** Whoever asks about the past is nowhere then: only what the question says of an address counts. */
    private static final SubjectId NOBODY = new SubjectId("anonymous", "anonymous");

    /** Which page is wanted. */
    record WantedPage(Optional<String> token, Optional<Integer> limit) {}

    SearchPast search(Sought sought) {
        When when = Moments.of("at", at);
        Map<String, Object> given = Asking.members(context, "context");
        Circumstances circumstances = new Circumstances(given, Question.ip(given), NOBODY, Optional.empty());
        return new SearchPast(new Search(sought, circumstances, paging(question(sought))), when);
    }

    /** What is asked, in a form that does not vary from page to page. */
    String question(Sought sought) {
        return at.orElse("") + "\n" + sought + "\n" + Asking.members(context, "context");
    }

    private Paging paging(String question) {
        Optional<String> token = page.flatMap(WantedPage::token).filter(text -> !text.isEmpty());
        Optional<Integer> limit = page.flatMap(WantedPage::limit);
        limit.filter(number -> number < 0).ifPresent(number -> {
            throw Problem.invalid("page.limit", "must be a whole number, 0 or more")
                    .found();
        });
        int most = Math.min(limit.orElse(Paging.LARGEST), Paging.LARGEST);
        if (token.isEmpty()) {
            return new Paging(Place.BEGINNING, most);
        }
        Paging continued = PageToken.read(token.get(), question);
        if (limit.isPresent() && most != continued.limit()) {
            throw Problem.invalid("page.limit", "must be left out, or be that of the first page")
                    .found();
        }
        return continued;
    }
}
