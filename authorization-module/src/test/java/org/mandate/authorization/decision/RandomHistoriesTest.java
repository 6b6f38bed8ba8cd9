package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;

/**
 * Seeded random histories, asked at random positions: the engine on its intervals must answer as an oracle does that folds all
 * events up to the position anew and shares no code with it. Another run: {@code -Dmandate.oracle.seed=7
 * -Dmandate.oracle.histories=5000}.
 */
class RandomHistoriesTest {

    private static final int EVENTS = 150;
    private static final int POSITIONS = 40;
    private static final int QUESTIONS = 100;
    private static final int INSTANTS = 10;
    private static final long SEED = Long.getLong("mandate.oracle.seed", 20_260_301);
    private static final int HISTORIES = Integer.getInteger("mandate.oracle.histories", 500);

    @Test
    void answersTwoMillionQuestionsAsTheOracleDoes() {
        long allowed = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> ask(SEED * 1_000_000 + history))
                .sum();
        long asked = (long) HISTORIES * POSITIONS * QUESTIONS;

        System.out.printf("oracle: seed %d, %,d questions, %,d allowed, 0 differences%n", SEED, asked, allowed);
        assertThat(allowed).isBetween(asked / 10, asked * 9 / 10);
    }

    @Test
    void answersHalfAMillionQuestionsAtRandomInstantsAsTheOracleDoes() {
        LongStream.range(0, HISTORIES).parallel().forEach(history -> askAtInstants(SEED * 2_000_000 + history));

        System.out.printf(
                "oracle: seed %d, %,d questions at instants, 0 differences%n",
                SEED, (long) HISTORIES * INSTANTS * QUESTIONS);
    }

    /** Before the first event, between two, at the very instant of one, and after the last: decided and folded alike. */
    private static void askAtInstants(long seed) {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        PastFacts past = chronicle.past();
        for (int i = 0; i < INSTANTS; i++) {
            Instant instant = Chronicle.BEGAN.plusSeconds(
                    random.nextInt(3) == 0 ? 60L * random.nextInt(EVENTS + 2) : random.nextInt(EVENTS * 70));
            Facts facts = past.at(past.positionAt(instant));
            NaiveOracle oracle = new NaiveOracle(chronicle.entries().stream()
                    .filter(entry -> !entry.at().isAfter(instant))
                    .toList());
            for (int j = 0; j < QUESTIONS; j++) {
                AccessRequest request = question(random, history);
                Decision decision = Decider.decide(facts, request, instant);
                if (decision.allowed() != oracle.allows(request, instant)) {
                    throw new AssertionError("seed %d, %s at %s: %s".formatted(seed, request, instant, decision));
                }
            }
        }
    }

    private static long ask(long seed) {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        long allowed = 0;
        for (int i = 0; i < POSITIONS; i++) {
            long position = random.nextLong(chronicle.position() + 1);
            Facts facts = chronicle.at(position);
            NaiveOracle oracle = new NaiveOracle(chronicle.entries().subList(0, (int) position));
            for (int j = 0; j < QUESTIONS; j++) {
                AccessRequest request = question(random, history);
                Instant instant = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
                Decision decision = Decider.decide(facts, request, instant);
                if (decision.allowed() != oracle.allows(request, instant)) {
                    assertThat(decision.allowed())
                            .as("seed %d, position %d, %s at %s: %s", seed, position, request, instant, decision)
                            .isNotEqualTo(decision.allowed());
                }
                if (j % 20 == 0) {
                    explainsWhatItAnswers(decision);
                }
                allowed += decision.allowed() ? 1 : 0;
            }
        }
        return allowed;
    }

    /** The answer stops where it is certain; reasons and explanation come of looking at everything. */
    private static void explainsWhatItAnswers(Decision decision) {
        Outcome outcome = decision.explanation().orElseThrow().tree().outcome();
        if (decision.allowed() != (outcome == Outcome.MET) || decision.reasons().isEmpty()) {
            throw new AssertionError(decision + " is explained as " + outcome);
        }
    }

    private static AccessRequest question(Random random, RandomHistory history) {
        String action = RandomHistory.pick(random, RandomHistory.ACTIONS);
        SubjectId subject = random.nextInt(8) == 0
                ? new SubjectId("service", RandomHistory.pick(random, RandomHistory.RESOURCES))
                : SubjectId.user(RandomHistory.pick(random, RandomHistory.USERS));
        Resource resource = new Resource(
                RandomHistory.pick(random, RandomHistory.TYPES),
                RandomHistory.pick(random, RandomHistory.RESOURCES),
                random.nextInt(4) == 0 ? history.attributesOfAny() : Map.of());
        return new AccessRequest(
                subject,
                random.nextInt(4) == 0 ? history.attributesOfAny() : Map.of(),
                Action.of(action),
                resource,
                context(random),
                Requirement.may(action),
                Optional.empty(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }

    private static Map<String, Object> context(Random random) {
        Map<String, Object> context = new HashMap<>();
        context.put("ip", "10.9.9.9");
        switch (random.nextInt(4)) {
            case 0 -> context.put("mfa", true);
            case 1 -> context.put("mfa", false);
            case 2 -> context.put("mfa", List.of("not a truth"));
            default -> {}
        }
        return context;
    }
}
