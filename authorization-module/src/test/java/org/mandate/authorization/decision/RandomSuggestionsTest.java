package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Chronicle;

/**
 * Seeded random histories: whatever an explanation says would make a denial an allow is done, word for word, in a branch of the
 * history, and the same question is asked there. Another run: {@code -Dmandate.suggestions.seed=7}.
 */
class RandomSuggestionsTest {

    private static final int EVENTS = 120;
    private static final int QUESTIONS = 60;

    /** Of the roles that a sentence names, so many are tried, each by itself. */
    private static final int CHOICES = 3;

    private static final int HISTORIES = Integer.getInteger("mandate.suggestions.histories", 200);
    private static final long SEED = Long.getLong("mandate.suggestions.seed", 20_260_501);

    private final AtomicLong denials = new AtomicLong();
    private final AtomicLong helped = new AtomicLong();
    private final AtomicLong tried = new AtomicLong();

    @Test
    void whateverIsSaidToAllowADenialDoes() {
        LongStream.range(0, HISTORIES).parallel().forEach(history -> tryHistory(SEED * 1_000_000 + history));

        System.out.printf(
                "suggestions: seed %d, %,d denials, %,d with a suggestion, %,d suggestions tried%n",
                SEED, denials.get(), helped.get(), tried.get());
        assertThat(helped.get()).isGreaterThan(denials.get() / 2);
    }

    private void tryHistory(long seed) {
        Random random = new Random(seed);
        Chronicle chronicle = new RandomHistory(random).grow(EVENTS);
        for (int i = 0; i < QUESTIONS; i++) {
            AccessRequest request = question(random);
            Instant instant = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
            Decision decision = Decider.decide(chronicle.facts(), request, instant);
            if (decision.allowed()) {
                continue;
            }
            List<String> suggestions = decision.explanation().orElseThrow().wouldAllow();
            denials.incrementAndGet();
            helped.addAndGet(suggestions.isEmpty() ? 0 : 1);
            for (String suggestion : suggestions) {
                if (!suggestion.contains("no role does yet") && !suggestion.contains("there is none yet")) {
                    tried.incrementAndGet();
                    allows(chronicle, request, instant, suggestion, "seed " + seed);
                }
            }
        }
    }

    private static void allows(
            Chronicle chronicle, AccessRequest request, Instant instant, String suggestion, String where) {
        for (int choice = 0; choice < CHOICES; choice++) {
            Branch branch = chronicle.branch(chronicle.position());
            Suggestion reader = new Suggestion(branch, request.subject(), choice);
            for (String step : suggestion.split("; and ")) {
                assertThat(reader.follow(step))
                        .as("%s: nobody knows how to do: %s", where, step)
                        .isTrue();
            }
            if (!Decider.decide(branch.facts(), request, instant).allowed()) {
                throw new AssertionError("%s, %s at %s: after `%s` it is still denied: %s"
                        .formatted(where, request, instant, suggestion, again(branch, request, instant)));
            }
        }
    }

    private static Explanation again(Branch branch, AccessRequest request, Instant instant) {
        return Decider.decide(branch.facts(), request, instant).explanation().orElseThrow();
    }

    private static AccessRequest question(Random random) {
        String action = RandomHistory.pick(random, RandomHistory.ACTIONS);
        SubjectId subject = random.nextInt(8) == 0
                ? new SubjectId("service", RandomHistory.pick(random, RandomHistory.RESOURCES))
                : SubjectId.user(RandomHistory.pick(random, RandomHistory.USERS));
        Map<String, Object> context = new HashMap<>();
        if (random.nextBoolean()) {
            context.put("mfa", random.nextBoolean());
        }
        return new AccessRequest(
                subject,
                Map.of(),
                Action.of(action),
                Resource.of(
                        RandomHistory.pick(random, RandomHistory.TYPES),
                        RandomHistory.pick(random, RandomHistory.RESOURCES)),
                context,
                Requirement.may(action),
                Optional.empty(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }
}
