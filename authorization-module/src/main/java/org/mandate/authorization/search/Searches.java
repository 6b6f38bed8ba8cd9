package org.mandate.authorization.search;

import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.point.Present;
import org.springframework.stereotype.Component;

/** Answers searches on the facts of now. */
@Component
final class Searches {

    private final Present present;

    Searches(Present present) {
        this.present = present;
    }

    @QueryHandler
    Found handle(Search search) {
        Present.Moment now = present.moment();
        return Searcher.search(now.facts(), now.instant(), search, now.named());
    }
}
