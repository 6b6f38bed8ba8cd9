package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.content.event.PostCreated;
import org.mandate.identity.event.UserRegistered;

/**
 * What is supposed at a random past position, with and without the later history going on over it, against the oracle that
 * folds the same events one after the other.
 */
class RandomBranchesTest {

    private static final int EVENTS = 120;
    private static final int BRANCHES = 8;
    private static final int QUESTIONS = 60;
    private static final int HISTORIES = Integer.getInteger("mandate.branches.histories", 60);

    @Test
    void showsWhatWouldBeAsTheOracleDoes() {
        long differing = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> ask(20_260_309L * 1_000 + history))
                .sum();

        assertThat(differing).as("supposing changes some answers").isGreaterThan(HISTORIES);
    }

    private static long ask(long seed) {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        List<History.Entry> others = new RandomHistory(random).grow(EVENTS).entries();
        long differing = 0;
        for (int i = 0; i < BRANCHES; i++) {
            long from = random.nextLong(chronicle.position() + 1);
            Branch branch = chronicle.branch(from);
            List<History.Entry> told = new ArrayList<>(chronicle.entries().subList(0, (int) from));
            suppose(branch, others, random, told);
            differing += compare(chronicle.at(from), branch.facts(), told, random, history);
            for (History.Entry later : chronicle.entries().subList((int) from, EVENTS)) {
                if (branch.follow(later)) {
                    told.add(later);
                }
            }
            differing += compare(chronicle.facts(), branch.at(chronicle.position()), told, random, history);
        }
        return differing;
    }

    private static void suppose(Branch branch, List<History.Entry> others, Random random, List<History.Entry> told) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            Object event = RandomHistory.pick(random, others).event();
            if (event instanceof RoleAssigned given) {
                event = renamed(given, random);
            }
            Instant at = Chronicle.BEGAN.plusSeconds(60 * branch.from());
            if (isNew(event, branch.facts(), told) && branch.suppose(event, at)) {
                told.add(new History.Entry(branch.from(), at, "giver", event));
            }
        }
    }

    /** The oracle takes what comes into being twice for a fault. */
    private static boolean isNew(Object event, Facts facts, List<History.Entry> told) {
        if (event instanceof UserRegistered user) {
            return told.stream()
                    .noneMatch(one -> one.event() instanceof UserRegistered known
                            && known.userId().equals(user.userId()));
        }
        if (event instanceof PostCreated post) {
            return facts.attributes("posts", post.postId()).isEmpty();
        }
        return !(event instanceof RoleDefined);
    }

    private static RoleAssigned renamed(RoleAssigned given, Random random) {
        return new RoleAssigned(
                "supposed" + random.nextLong(),
                given.subjectType(),
                given.subjectId(),
                given.role(),
                given.validFrom(),
                given.validUntil(),
                given.networks(),
                given.resourceType(),
                given.resourceId(),
                given.reason(),
                given.grantedBy());
    }

    private static long compare(
            Facts was, Facts would, List<History.Entry> told, Random random, RandomHistory history) {
        NaiveOracle oracle = new NaiveOracle(told);
        long differing = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            AccessRequest request = question(random, history);
            Instant instant = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
            boolean allowed = Decider.decide(would, request, instant).allowed();
            if (allowed != oracle.allows(request, instant)) {
                throw new AssertionError(request + " at " + instant + " behind " + told.size() + " events");
            }
            differing += allowed != Decider.decide(was, request, instant).allowed() ? 1 : 0;
        }
        return differing;
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
                Map.of(),
                Action.of(action),
                resource,
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }
}
