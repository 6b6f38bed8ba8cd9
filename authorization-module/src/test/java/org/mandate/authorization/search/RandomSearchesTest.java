package org.mandate.authorization.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.authorization.decision.RandomHistory.pick;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/**
 * Seeded random histories: for every subject, action and resource, each of the three searches finds it where and only where the
 * decision function allows it. What is allowed and not found is unknown here, and the search says so. Another run:
 * {@code -Dmandate.searches.seed=7 -Dmandate.searches.histories=2000}.
 */
class RandomSearchesTest {

    private static final int EVENTS = 120;
    private static final int POSITIONS = 6;
    private static final long SEED = Long.getLong("mandate.searches.seed", 20_260_302);
    private static final int HISTORIES = Integer.getInteger("mandate.searches.histories", 20);
    private static final List<SubjectId> SUBJECTS = Stream.concat(
                    RandomHistory.USERS.stream().map(SubjectId::user),
                    Stream.concat(RandomHistory.RESOURCES.stream(), Stream.of("unheard-of"))
                            .map(id -> new SubjectId("service", id)))
            .toList();
    private static final List<String> TYPES = List.of("posts", "reports", "user");
    private static final List<String> IDS = Stream.concat(
                    RandomHistory.RESOURCES.stream(),
                    Stream.of("unheard-of", "u1", RandomHistory.USERS.get(1), "stranger"))
            .toList();

    private final AtomicLong cells = new AtomicLong();
    private final AtomicLong allowed = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong incomplete = new AtomicLong();

    /** A moment of a history, and a way of asking there. */
    private record Moment(Facts facts, Instant instant, Circumstances circumstances) {

        boolean allows(SubjectId subject, String action, Resource resource) {
            AccessRequest request = new AccessRequest(
                    subject,
                    Map.of(),
                    Action.of(action),
                    resource,
                    circumstances.context(),
                    Requirement.may(action),
                    Optional.empty(),
                    subject.equals(circumstances.asker()) ? circumstances.askersIp() : circumstances.ip());
            return Decider.decide(facts, request, instant).allowed();
        }

        /** All pages of a search, each as large as it says. */
        List<Found> pages(Sought sought, int size) {
            List<Found> pages = new ArrayList<>();
            Optional<Place> from = Optional.of(Place.BEGINNING);
            while (from.isPresent()) {
                Search search = new Search(sought, circumstances, new Paging(from.get(), size));
                Found page = Searcher.search(facts, instant, search, UnaryOperator.identity());
                assertThat(page.names()).hasSizeLessThanOrEqualTo(size);
                pages.add(page);
                from = page.next();
            }
            return pages;
        }
    }

    @Test
    void findsWhatIsAllowedAndNothingElse() {
        IntStream.range(0, HISTORIES).parallel().forEach(history -> tryHistory(SEED * 1_000_000 + history));

        System.out.printf(
                "searches: seed %d, %,d searches (%,d not complete), %,d cells, %,d allowed, %,d of them unknown here%n",
                SEED, searches.get(), incomplete.get(), cells.get(), allowed.get(), unknown.get());
        assertThat(allowed.get()).isBetween(cells.get() / 20, cells.get() * 9 / 10);
        assertThat(unknown.get()).isPositive().isLessThan(allowed.get() / 2);
        assertThat(incomplete.get()).isBetween(searches.get() / 100, searches.get() / 2);
    }

    private void tryHistory(long seed) {
        Random random = new Random(seed);
        Chronicle chronicle = new RandomHistory(random).grow(EVENTS);
        if (random.nextBoolean()) {
            RandomHistory.ACTIONS.forEach(action -> chronicle.permissions("reports:" + action, "user:" + action));
        }
        for (int i = 0; i < POSITIONS; i++) {
            Facts facts = chronicle.at(chronicle.position() - random.nextInt(EVENTS / 2));
            Instant instant = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
            Circumstances circumstances = new Circumstances(
                    random.nextBoolean() ? Map.of() : Map.of("mfa", random.nextBoolean()),
                    random.nextBoolean() ? Optional.empty() : Optional.of(pick(random, RandomHistory.ADDRESSES)),
                    SubjectId.user(pick(random, RandomHistory.USERS)),
                    Optional.of(pick(random, RandomHistory.ADDRESSES)));
            Moment moment = new Moment(facts, instant, circumstances);
            TYPES.forEach(type -> tryType(moment, type, "seed " + seed + " at " + facts.position()));
        }
    }

    private void tryType(Moment moment, String type, String where) {
        for (String action : RandomHistory.ACTIONS) {
            for (String id : IDS) {
                Resource resource = Resource.of(type, id);
                for (String subjects : List.of(SubjectId.USER, "service")) {
                    Sought sought = new Sought.Subjects(subjects, Action.of(action), resource);
                    compare(moment, sought, cellsOfSubjects(subjects, action, resource), where);
                }
            }
            for (SubjectId subject : SUBJECTS) {
                Sought sought = new Sought.Resources(subject, Map.of(), Action.of(action), type);
                compare(moment, sought, cellsOfResources(subject, action, type), where);
            }
        }
        for (SubjectId subject : SUBJECTS) {
            for (String id : IDS) {
                Resource resource = Resource.of(type, id);
                Sought sought = new Sought.Actions(subject, Map.of(), resource);
                compare(moment, sought, cellsOfActions(subject, resource), where);
            }
        }
    }

    private record Cell(String name, SubjectId subject, String action, Resource resource) {}

    private static List<Cell> cellsOfSubjects(String type, String action, Resource resource) {
        return SUBJECTS.stream()
                .filter(subject -> subject.type().equals(type))
                .map(subject -> new Cell(subject.id(), subject, action, resource))
                .toList();
    }

    private static List<Cell> cellsOfResources(SubjectId subject, String action, String type) {
        return IDS.stream()
                .map(id -> new Cell(id, subject, action, Resource.of(type, id)))
                .toList();
    }

    private static List<Cell> cellsOfActions(SubjectId subject, Resource resource) {
        return RandomHistory.ACTIONS.stream()
                .map(action -> new Cell(action, subject, action, resource))
                .toList();
    }

    private void compare(Moment moment, Sought sought, List<Cell> asked, String where) {
        List<Found> pages = moment.pages(sought, 3);
        List<String> names =
                pages.stream().flatMap(page -> page.names().stream()).toList();
        boolean complete = pages.stream().allMatch(Found::complete);
        searches.incrementAndGet();
        incomplete.addAndGet(complete ? 0 : 1);
        for (Cell cell : asked) {
            boolean decision = moment.allows(cell.subject(), cell.action(), cell.resource());
            boolean found = names.contains(cell.name());
            boolean hidden = decision && !found;
            cells.incrementAndGet();
            allowed.addAndGet(decision ? 1 : 0);
            unknown.addAndGet(hidden ? 1 : 0);
            if (found && !decision || hidden && complete) {
                assertThat(found)
                        .as("%s: %s in %s, %s", where, cell, sought, moment)
                        .isEqualTo(decision);
            }
        }
        assertThat(names).as(where).isSorted().doesNotHaveDuplicates();
    }
}
