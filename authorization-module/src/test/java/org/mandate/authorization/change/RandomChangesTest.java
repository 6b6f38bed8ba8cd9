package org.mandate.authorization.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.NaivePast.Asked;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.reach.EntityAccess;
import org.mandate.authorization.reach.GainAndLoss;
import org.mandate.authorization.reach.Reach;

/**
 * Seeded random histories: timelines, differences and flips are what asking before and after every single event gives. Another
 * run: {@code -Dmandate.changes.seed=7 -Dmandate.changes.histories=2000}.
 */
class RandomChangesTest {

    private static final int EVENTS = 150;
    private static final long SEED = Long.getLong("mandate.changes.seed", 20_260_401);
    private static final int HISTORIES = Integer.getInteger("mandate.changes.histories", 40);

    /** The one instant that a condition of these histories names. */
    private static final Instant TURN = Instant.parse("2026-03-01T01:00:00Z");

    @Test
    void timelinesAreWhatAskingAroundEveryEventGives() {
        long changes = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> compareTimelines(SEED * 1_000_000 + history))
                .sum();

        System.out.printf("timelines: seed %d, %,d changes, 0 differences%n", SEED, changes);
        assertThat(changes).isGreaterThan(HISTORIES * 10L);
    }

    @Test
    void flipsAreWhatAskingAroundEveryEventGives() {
        long flips = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> compareFlips(SEED * 3_000_000 + history))
                .sum();

        System.out.printf("flips: seed %d, %,d flips, 0 differences%n", SEED, flips);
        assertThat(flips).isGreaterThan(HISTORIES * 10L);
    }

    @Test
    void whatAnEventDidToPeopleIsWhatTheirTimelinesTellOfIt() {
        long reached = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> compareConsequences(SEED * 2_000_000 + history))
                .sum();

        System.out.printf("consequences: seed %d, %,d people reached, 0 differences%n", SEED, reached);
        assertThat(reached).isGreaterThan(HISTORIES * 10L);
    }

    private static long compareConsequences(long seed) {
        Chronicle chronicle =
                new RandomHistory(new Random(seed)).withCatalogue().grow(EVENTS);
        ConsequenceQueries queries = new ConsequenceQueries(chronicle.past(), new ChronicleEvents(chronicle));
        List<String> found = new ArrayList<>();
        for (History.Entry entry : chronicle.entries()) {
            Consequences consequences =
                    queries.handle(new FindConsequences(entry.position())).orElseThrow();
            assertThat(consequences.reach().complete()).isTrue();
            consequences.reach().gain().forEach(one -> note(found, entry, one, "+"));
            consequences.reach().lose().forEach(one -> note(found, entry, one, "-"));
        }
        List<String> expected = new ArrayList<>();
        for (String id : RandomHistory.USERS) {
            SubjectId subject = SubjectId.user(id);
            for (Made made : walk(chronicle, subject, beginning(chronicle.past()), end(chronicle.past()))) {
                if (!made.step().isBorder()) {
                    expected.addAll(told(made, subject));
                }
            }
        }
        assertThat(found.stream().filter(line -> line.contains(" user:")))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(expected);
        return found.size();
    }

    private static List<String> told(Made made, SubjectId subject) {
        List<String> lines = new ArrayList<>();
        String begin = made.step().position() + " " + subject.type() + ":" + subject.id();
        if (!made.gained().isEmpty()) {
            lines.add(begin + " +" + made.gained());
        }
        if (!made.lost().isEmpty()) {
            lines.add(begin + " -" + made.lost());
        }
        return lines;
    }

    /** What lies ahead of the event is told of where it comes to pass. */
    private static void note(List<String> lines, History.Entry entry, Reach.Difference one, String sign) {
        if (one.from().isEmpty()) {
            lines.add(entry.position() + " " + one.subject().type() + ":"
                    + one.subject().id() + " " + sign + one.permissions());
        }
    }

    private static List<SubjectId> subjects() {
        return Stream.concat(
                        RandomHistory.USERS.stream().map(SubjectId::user),
                        RandomHistory.RESOURCES.stream().map(id -> new SubjectId("service", id)))
                .toList();
    }

    private static Moment beginning(PastFacts past) {
        return new Moment(past.at(0), Instant.EPOCH);
    }

    private static Moment end(PastFacts past) {
        return new Moment(past.at(past.head()), Chronicle.BEGAN.plusSeconds(60L * EVENTS + 86_400));
    }

    private static long compareTimelines(long seed) {
        Random random = new Random(seed);
        Chronicle chronicle = new RandomHistory(random).withCatalogue().grow(EVENTS);
        PastFacts past = chronicle.past();
        NaivePast naive = new NaivePast(chronicle, TURN);
        long changes = 0;
        for (SubjectId subject : subjects()) {
            List<Made> made = walk(chronicle, subject, beginning(past), end(past)).stream()
                    .filter(one -> !one.gained().isEmpty() || !one.lost().isEmpty())
                    .toList();
            assertThat(made.stream().map(RandomChangesTest::line).toList())
                    .as("seed %d, %s", seed, subject)
                    .isEqualTo(lines(naive, subject));
            changes += made.size();
            compareStretch(chronicle, naive, subject, random);
        }
        return changes;
    }

    /** From one position to another: the same, cut out. */
    private static void compareStretch(Chronicle chronicle, NaivePast naive, SubjectId subject, Random random) {
        PastFacts past = chronicle.past();
        long from = random.nextLong(chronicle.position());
        long to = from + random.nextLong(chronicle.position() - from) + 1;
        Moment began = new Moment(past.at(from), past.recordedAt(from));
        Moment ended = new Moment(past.at(to), past.recordedAt(to));
        List<String> expected = lines(naive, subject).stream()
                .filter(line -> line.compareTo(Change.key(began.instant(), from) + "~") > 0)
                .filter(line -> line.compareTo(Change.key(ended.instant(), to) + "~") < 0)
                .toList();
        assertThat(walk(chronicle, subject, began, ended).stream()
                        .filter(one -> !one.gained().isEmpty() || !one.lost().isEmpty())
                        .map(RandomChangesTest::line))
                .as("%s from %d to %d", subject, from, to)
                .isEqualTo(expected);
    }

    private static List<Made> walk(Chronicle chronicle, SubjectId subject, Moment from, Moment to) {
        return new Walk(chronicle.past(), chronicle.changes(), subject, from, to).made();
    }

    private static List<String> lines(NaivePast naive, SubjectId subject) {
        List<String> lines = new ArrayList<>();
        for (Asked asked : naive.all()) {
            NavigableSet<String> before = naive.before(asked, (facts, at) -> Effective.names(facts, at, subject));
            NavigableSet<String> after = naive.after(asked, (facts, at) -> Effective.names(facts, at, subject));
            GainAndLoss all = GainAndLoss.between(before, after);
            NavigableSet<String> gained = all.gained();
            NavigableSet<String> lost = all.lost();
            naive.entity(asked)
                    .ifPresent(resource -> RandomHistory.ACTIONS.forEach(action -> {
                        AccessRequest request = EntityAccess.request(subject, action, resource);
                        boolean was = naive.before(asked, (facts, at) -> decide(facts, request, at));
                        boolean is = naive.after(asked, (facts, at) -> decide(facts, request, at));
                        boolean known = naive.before(asked, (facts, at) -> isKnown(facts, subject, resource, action))
                                || naive.after(asked, (facts, at) -> isKnown(facts, subject, resource, action));
                        if (known && was != is) {
                            (is ? gained : lost).add(resource.type() + ":" + action);
                        }
                    }));
            if (!gained.isEmpty() || !lost.isEmpty()) {
                lines.add(asked.key() + " +" + gained + " -" + lost);
            }
        }
        return lines;
    }

    /** Where a condition that asks for the resource speaks of all actions, only those that anything names are told of. */
    private static boolean isKnown(Facts facts, SubjectId subject, Resource resource, String action) {
        return facts.policiesOn(resource.type()).stream()
                .filter(EntityAccess::asksForTheResource)
                .anyMatch(policy -> policy.actions().isEmpty()
                        ? Leads.actions(facts, subject, resource.type()).contains(action)
                        : policy.actions().contains(action));
    }

    private static String line(Made made) {
        return Change.key(made.step().at(), made.step().position()) + " +" + made.gained() + " -" + made.lost();
    }

    private static long compareFlips(long seed) {
        Random random = new Random(seed);
        Chronicle chronicle = new RandomHistory(random).grow(EVENTS);
        PastFacts past = chronicle.past();
        NaivePast naive = new NaivePast(chronicle, TURN);
        long flips = 0;
        for (int i = 0; i < 20; i++) {
            AccessRequest request = question(random);
            List<String> expected = new ArrayList<>();
            boolean answer = decide(past.at(0), request, Instant.EPOCH);
            for (Asked asked : naive.all()) {
                boolean now = naive.after(asked, (facts, at) -> decide(facts, request, at));
                if (now != answer) {
                    expected.add(asked.key() + " " + now);
                    answer = now;
                }
            }
            Turns turns =
                    new Turns(past, chronicle.changes(), (asked, facts) -> asked, request, beginning(past), end(past));
            assertThat(turns.all().stream()
                            .map(turn ->
                                    Change.key(turn.step().at(), turn.step().position()) + " " + turn.allowed()))
                    .as("seed %d, %s", seed, request)
                    .isEqualTo(expected);
            flips += expected.size();
        }
        return flips;
    }

    private static boolean decide(Facts facts, AccessRequest request, Instant instant) {
        return Decider.decide(facts, request, instant).allowed();
    }

    private static AccessRequest question(Random random) {
        List<SubjectId> subjects = subjects();
        String action = RandomHistory.pick(random, RandomHistory.ACTIONS);
        return new AccessRequest(
                subjects.get(random.nextInt(subjects.size())),
                Map.of(),
                Action.of(action),
                Resource.of(
                        RandomHistory.pick(random, RandomHistory.TYPES),
                        RandomHistory.pick(random, RandomHistory.RESOURCES)),
                random.nextBoolean() ? Map.of() : Map.of("mfa", random.nextBoolean()),
                Requirement.may(action),
                Optional.empty(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }
}
