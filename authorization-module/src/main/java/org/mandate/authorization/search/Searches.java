package org.mandate.authorization.search;

import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.point.Naming;
import org.mandate.authorization.point.Present;
import org.springframework.stereotype.Component;

/** Answers searches on the facts of now, or of another moment. */
@Component
final class Searches {

    private final Present present;
    private final Moments moments;
    private final Naming naming;

    Searches(Present present, Moments moments, Naming naming) {
        this.present = present;
        this.moments = moments;
        this.naming = naming;
    }

    @QueryHandler
    Found handle(Search search) {
        Present.Moment now = present.moment();
        return Searcher.search(now.facts(), now.instant(), search, now.named());
    }

    @QueryHandler
    Found handle(SearchPast past) {
        Moment then = moments.of("at", past.at());
        return Searcher.search(
                then.facts(), then.instant(), past.search(), request -> naming.named(request, then.facts()));
    }
}
