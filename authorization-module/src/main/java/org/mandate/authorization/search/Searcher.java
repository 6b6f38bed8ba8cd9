package org.mandate.authorization.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Stretch;

/**
 * Answers searches: candidates in their order, each judged by the one decision function, and no more of them than the page
 * takes. Pure: the same facts, instant and search give the same page.
 */
final class Searcher {

    /** The most candidates that one page judges. */
    static final int MOST_JUDGED = 20_000;

    /** Candidates that turn out to be denied are the exception, mostly; where they are not, they are had in larger heaps. */
    private static final int GROWTH = 8;

    private static final int SMALLEST_HEAP = 100;

    private final Facts facts;
    private final Instant instant;
    private final Search search;
    private final UnaryOperator<AccessRequest> named;
    private final List<String> found = new ArrayList<>();
    private int judged;
    private Place place;

    private Searcher(Facts facts, Instant instant, Search search, UnaryOperator<AccessRequest> named) {
        this.facts = facts;
        this.instant = instant;
        this.search = search;
        this.named = named;
        this.place = search.paging().from();
    }

    /** @param named puts the subject's name into a question whose conditions may speak of it */
    static Found search(Facts facts, Instant instant, Search search, UnaryOperator<AccessRequest> named) {
        return new Searcher(facts, instant, search, named).find();
    }

    private Found find() {
        int limit = search.paging().limit();
        boolean exhausted = lookFor(limit + 1);
        boolean known = !Unknown.mightBeAllowed(facts, instant, search);
        if (found.size() > limit) {
            List<String> page = found.subList(0, limit);
            Place next = limit == 0 ? search.paging().from() : Place.after(page.get(limit - 1));
            return new Found(page, Optional.of(next), known, facts.position());
        }
        return exhausted
                ? new Found(found, Optional.empty(), known, facts.position())
                : new Found(found, Optional.of(place), false, facts.position());
    }

    /** Look for as many, and one more tells that there is a next page; true where there are no more candidates. */
    private boolean lookFor(int wanted) {
        Candidates candidates = Candidates.of(facts, search.sought());
        int heap = Math.max(wanted, SMALLEST_HEAP);
        while (judged < MOST_JUDGED && found.size() < wanted) {
            int most = Math.min(heap, MOST_JUDGED - judged);
            List<String> next = candidates.in(new Stretch(place.after(), most));
            judge(next, wanted);
            if (next.size() < most) {
                return true;
            }
            heap = Math.min(heap * GROWTH, MOST_JUDGED);
        }
        return false;
    }

    private void judge(List<String> candidates, int wanted) {
        for (String candidate : candidates) {
            if (found.size() == wanted) {
                return;
            }
            judged++;
            place = Place.after(candidate);
            AccessRequest question = named.apply(search.sought().question(candidate, search.circumstances()));
            if (Decider.decide(facts, question, instant).allowed()) {
                found.add(candidate);
            }
        }
    }
}
