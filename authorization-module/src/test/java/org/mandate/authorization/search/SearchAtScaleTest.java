package org.mandate.authorization.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/**
 * A page costs what it holds, however many there are. What it takes is counted here, not timed; for times and a larger world:
 * {@code -Dmandate.searches.users=1000000}.
 */
class SearchAtScaleTest {

    private static final int USERS = Integer.getInteger("mandate.searches.users", 20_000);
    private static final int HOLDERS = USERS / 10;
    private static final Resource THING = Resource.of("things", "1");
    private static final Circumstances ANYHOW =
            new Circumstances(Map.of(), Optional.empty(), SubjectId.user("asker"), Optional.empty());

    private static Facts facts;

    @BeforeAll
    static void fill() {
        Chronicle chronicle = new Chronicle()
                .role("opener", List.of("things:open"))
                .role("heir", List.of(), "opener")
                .allow("conditional", "things", "guess", List.of(), "subject.attributes.lucky");
        for (int i = 0; i < USERS; i++) {
            String user = id(i);
            chronicle.user(user);
            if (i % 10 == 0) {
                chronicle.assign(UUID.randomUUID().toString(), user, i % 20 == 0 ? "opener" : "heir");
            }
        }
        facts = chronicle.facts();
    }

    /** Spread over all ids, and the same in every run. */
    private static String id(int i) {
        return new UUID(Long.reverse(i) ^ 0x5bd1e995_5bd1e995L, i).toString();
    }

    @Test
    void judgesNoMoreThanAPageHolds() {
        Page first = page("open", Place.BEGINNING, 50);
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            page("open", Place.BEGINNING, 50);
            System.out.printf(
                    "searches: the first 50 of %,d among %,d in %,d us%n",
                    HOLDERS, USERS, (System.nanoTime() - began) / 1_000);
        }

        assertThat(first.found().names()).hasSize(50).isSorted();
        assertThat(first.found().complete()).isTrue();
        assertThat(first.judged()).isEqualTo(51);
        assertThat(page("open", first.found().next().orElseThrow(), 50).judged())
                .isEqualTo(51);
    }

    @Test
    void findsEverybodyPageByPage() {
        Optional<Place> place = Optional.of(Place.BEGINNING);
        int found = 0;
        while (place.isPresent()) {
            Found page = page("open", place.get(), Paging.LARGEST).found();
            found += page.names().size();
            place = page.next();
        }
        assertThat(found).isEqualTo(HOLDERS);
    }

    @Test
    void endsAPageThatTakesTooMuchWorkAndGoesOnFromThere() {
        Page first = page("guess", Place.BEGINNING, 50);

        assertThat(first.judged()).isEqualTo(Math.min(USERS, Searcher.MOST_JUDGED));
        assertThat(first.found().names()).isEmpty();
        assertThat(first.found().complete()).isFalse();
        assertThat(first.found().next()).isPresent();
    }

    /** A page, and how many were judged for it. */
    private record Page(Found found, int judged) {}

    private static Page page(String action, Place from, int limit) {
        AtomicInteger judged = new AtomicInteger();
        Sought who = new Sought.Subjects(SubjectId.USER, Action.of(action), THING);
        Found found =
                Searcher.search(facts, Chronicle.BEGAN, new Search(who, ANYHOW, new Paging(from, limit)), question -> {
                    judged.incrementAndGet();
                    return question;
                });
        return new Page(found, judged.get());
    }
}
