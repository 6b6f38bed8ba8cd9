package org.mandate.authorization.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.identity.event.UserDeactivated;

/** One branch serves many positions; what it shows there must be what a branch of that very position shows. */
class OverlaysTest {

    private static final int EVENTS = 120;
    private static final int HISTORIES = 40;
    private static final Instant AT = Chronicle.BEGAN;

    @Test
    void showAtEveryPositionWhatABranchOfItsOwnWouldShow() {
        int differing = 0;
        for (int i = 0; i < HISTORIES; i++) {
            differing += compare(new Random(20_261_200L + i));
        }

        assertThat(differing).as("supposing changes some answers").isPositive();
    }

    private static int compare(Random random) {
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        StagedEvents supposed = new StagedEvents(events(random));
        Overlays overlays = new Overlays(chronicle.branches(), chronicle.past(), chronicle.history(), supposed, AT);
        int differing = 0;
        long position = random.nextInt(20);
        while (position <= EVENTS) {
            Branch own = chronicle.branch(position);
            supposed.suppose(own, AT);
            for (int i = 0; i < 15; i++) {
                AccessRequest question = question(random);
                Instant instant = Chronicle.BEGAN.plusSeconds(60 * position);
                boolean shared =
                        Decider.decide(overlays.at(position), question, instant).allowed();
                assertThat(shared)
                        .isEqualTo(
                                Decider.decide(own.facts(), question, instant).allowed());
                boolean real = Decider.decide(chronicle.at(position), question, instant)
                        .allowed();
                differing += shared != real ? 1 : 0;
            }
            // Mostly forward, now and then a little back, as records of several nodes are.
            position = Math.max(0, position + 1 + random.nextInt(4) - random.nextInt(3));
        }
        return differing;
    }

    static List<Object> events(Random random) {
        List<Object> events = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            events.add(event(random));
        }
        return events;
    }

    private static Object event(Random random) {
        String role = "r" + random.nextInt(5);
        String user = RandomHistory.pick(random, RandomHistory.USERS);
        return switch (random.nextInt(8)) {
            case 0 -> new RolePermissionGranted(role, "posts:" + RandomHistory.pick(random, RandomHistory.ACTIONS));
            case 1 -> new RolePermissionRevoked(role, "posts:" + RandomHistory.pick(random, RandomHistory.ACTIONS));
            case 2 -> new RoleInheritanceAdded("r4", "r" + random.nextInt(4));
            case 3 -> new RoleRetired(role);
            case 4 -> new UserDeactivated(user);
            case 5 -> new EntityDescribed("reports", "1", Map.of("level", random.nextInt(4), "owner", user));
            case 6 ->
                new PolicyDefined("p" + random.nextInt(6), "", "allow", "posts", List.of("*"), List.of(role), null);
            default ->
                new RoleAssigned(
                        "supposed-" + random.nextInt(),
                        "user",
                        user,
                        role,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        "x");
        };
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
                Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)));
    }
}
