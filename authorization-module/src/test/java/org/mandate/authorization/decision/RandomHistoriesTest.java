package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Chronicle;

/**
 * Seeded random histories, asked at random positions: the engine on its intervals must answer as an oracle does that folds all
 * events up to the position anew and shares no code with it.
 */
class RandomHistoriesTest {

    private static final int EVENTS = 120;
    private static final int QUESTIONS = 250;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_301, 424_242})
    void answersAsTheOracleDoes(long seed) {
        for (int round = 0; round < 200; round++) {
            ask(seed * 1_000 + round);
        }
    }

    @Test
    void asksQuestionsOfBothAnswers() {
        int allowed = 0;
        for (int round = 0; round < 50; round++) {
            allowed += ask(round);
        }
        assertThat(allowed).isBetween(50 * QUESTIONS / 10, 50 * QUESTIONS * 9 / 10);
    }

    private static int ask(long seed) {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        int allowed = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            long position = random.nextLong(chronicle.position() + 1);
            AccessRequest request = question(random);
            Instant instant = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
            Decision decision = Decider.decide(chronicle.at(position), request, instant);
            boolean expected = new NaiveOracle(chronicle.entries().subList(0, (int) position))
                    .allows(
                            request.subject().id(),
                            request.action().name(),
                            request.resource().type(),
                            request.resource().id(),
                            request.ip(),
                            instant);
            assertThat(decision.allowed())
                    .as("seed %d, position %d, %s at %s: %s", seed, position, request, instant, decision)
                    .isEqualTo(expected);
            allowed += decision.allowed() ? 1 : 0;
        }
        return allowed;
    }

    private static AccessRequest question(Random random) {
        String action = RandomHistory.pick(random, RandomHistory.ACTIONS);
        return new AccessRequest(
                SubjectId.user(RandomHistory.pick(random, RandomHistory.USERS)),
                Map.of(),
                Action.of(action),
                Resource.of(
                        RandomHistory.pick(random, RandomHistory.TYPES),
                        RandomHistory.pick(random, RandomHistory.RESOURCES)),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }
}
