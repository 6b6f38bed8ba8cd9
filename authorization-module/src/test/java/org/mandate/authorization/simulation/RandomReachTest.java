package org.mandate.authorization.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.reach.GainAndLoss;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.reach.Touched;
import org.mandate.authorization.simulation.Supposed.Otherwise;

/**
 * Seeded random histories: a change that is only looked at reaches whom it reaches when it is made, and that is everybody
 * whose access is another. Another run: {@code -Dmandate.reach.seed=7 -Dmandate.reach.histories=2000}.
 */
class RandomReachTest {

    private static final int EVENTS = 150;
    private static final long SEED = Long.getLong("mandate.reach.seed", 20_261_127);
    private static final int HISTORIES = Integer.getInteger("mandate.reach.histories", 20);

    private interface Comparing {
        long compare(Random random, Chronicle chronicle);
    }

    private static long compare(long kind, Comparing comparing) {
        return LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> {
                    Random random = new Random(SEED * 10_000_000 + kind * 1_000_000 + history);
                    return comparing.compare(
                            random, new RandomHistory(random).withCatalogue().grow(EVENTS));
                })
                .sum();
    }

    @Test
    void aPreviewedChangeReachesWhomItReachesWhenMade() {
        long reached = compare(1, (random, chronicle) -> {
            long all = 0;
            for (History.Entry entry : chronicle.entries()) {
                List<Object> event = List.of(entry.event());
                Reach made = Reach.of(
                        chronicle.at(entry.position() - 1),
                        chronicle.at(entry.position()),
                        Touched.by(event),
                        entry.at());
                Reach previewed = previewed(chronicle, entry.position() - 1, event, entry.at());
                assertThat(previewed).as("%s", entry).isEqualTo(made);
                all += made.gaining() + made.losing();
            }
            return all;
        });

        System.out.printf("previews: seed %d, %,d reached, 0 differences%n", SEED, reached);
        assertThat(reached).isGreaterThan(HISTORIES * 10L);
    }

    @Test
    void manyChangesAtOnceReachEverybodyWhoseAccessIsAnother() {
        long reached = compare(2, (random, chronicle) -> {
            long all = 0;
            for (int i = 0; i < 20; i++) {
                long from = random.nextLong(EVENTS - 1);
                long to = Math.min(EVENTS, from + 2 + random.nextInt(8));
                List<Object> events = chronicle.entries().subList((int) from, (int) to).stream()
                        .map(History.Entry::event)
                        .toList();
                Instant at = chronicle.entries().get((int) to - 1).at();
                if (events.stream().noneMatch(EntityEvent.class::isInstance)) {
                    Facts before = chronicle.at(from);
                    Facts after = chronicle.at(to);
                    List<String> expected = lines(before, after, at);
                    assertThat(lines(previewed(chronicle, from, events, at), before, after))
                            .as("%s", events)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    all += expected.size();
                }
            }
            return all;
        });

        assertThat(reached).isGreaterThan(HISTORIES * 10L);
    }

    @Test
    void aChangeMadeInThePastReachesEverybodyWhoseAccessIsAnotherNow() {
        long reached = compare(3, (random, chronicle) -> {
            long all = 0;
            for (int i = 0; i < 10; i++) {
                long from = random.nextLong(EVENTS);
                StagedEvents events = new StagedEvents(OverlaysTest.events(random));
                Instant now = chronicle.past().recordedAt(EVENTS);
                Otherwise would =
                        new Hereafter(chronicle.branches(), chronicle.history(), events, from, now).otherwise(EVENTS);
                List<String> expected = lines(chronicle.facts(), would.facts(), now);
                Reach reach = Reach.of(chronicle.facts(), would.facts(), would.touched(), now);
                assertThat(lines(reach, chronicle.facts(), would.facts()))
                        .containsAll(expected)
                        .filteredOn(line -> !expected.contains(line))
                        .allMatch(line -> line.contains(" +reports:") || line.contains(" -reports:"));
                all += expected.size();
            }
            return all;
        });

        assertThat(reached).isGreaterThan(HISTORIES * 10L);
    }

    private static Reach previewed(Chronicle chronicle, long position, List<Object> events, Instant at) {
        Overlays overlays =
                new Overlays(chronicle.branches(), chronicle.past(), chronicle.history(), new StagedEvents(events), at);
        Otherwise would = overlays.otherwise(position);
        return Reach.of(chronicle.at(position), would.facts(), would.touched(), at);
    }

    private static List<String> lines(Facts before, Facts after, Instant at) {
        List<String> lines = new ArrayList<>();
        subjects().filter(subject -> counts(subject, before, after)).forEach(subject -> {
            GainAndLoss all =
                    GainAndLoss.between(Effective.names(before, at, subject), Effective.names(after, at, subject));
            all.gained().forEach(name -> lines.add(subject + " +" + name));
            all.lost().forEach(name -> lines.add(subject + " -" + name));
        });
        return lines;
    }

    private static List<String> lines(Reach reach, Facts before, Facts after) {
        return Stream.concat(lines(reach.gain(), " +", before, after), lines(reach.lose(), " -", before, after))
                .toList();
    }

    private static Stream<String> lines(List<Reach.Difference> all, String sign, Facts before, Facts after) {
        return all.stream()
                .filter(one -> one.from().isEmpty() && counts(one.subject(), before, after))
                .flatMap(one -> one.permissions().stream().map(name -> one.subject() + sign + name));
    }

    /** Of subjects of other types those are looked at that hold a role. */
    private static boolean counts(SubjectId subject, Facts before, Facts after) {
        return subject.type().equals(SubjectId.USER)
                || Stream.of(before, after)
                        .anyMatch(facts -> !facts.assignments(subject).isEmpty());
    }

    private static Stream<SubjectId> subjects() {
        return Stream.concat(
                RandomHistory.USERS.stream().map(SubjectId::user),
                RandomHistory.RESOURCES.stream().map(id -> new SubjectId("service", id)));
    }
}
