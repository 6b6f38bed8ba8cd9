package org.mandate.authorization.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LargeHistory;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;

/**
 * What the past costs with a large history, in process. Started by the build profile {@code history}, never by a plain build;
 * {@code mandate.history.users} says how large. Three intervals are made for each user, two of which are closed.
 */
class HistoryRun {

    private static final int USERS = Integer.getInteger("mandate.history.users", 100_000);
    private static final long SEED = Long.getLong("mandate.history.seed", 20_260_501);
    private static final int CHECKS = 1_000_000;
    private static final int PASSES = 5;

    private final Random random = new Random(SEED);

    @Test
    void measuresThePast() {
        long began = System.nanoTime();
        LargeHistory history = new LargeHistory(USERS, SEED).giveToAll(0);
        long open = LargeHistory.usedHeap();
        history.takeFromAll(0).giveToAll(1).takeFromAll(1).giveToAll(2);
        long closed = LargeHistory.usedHeap();
        String ofRole = history.userOfChangingRole(1_000);
        String ofGrants = history.userOfManyGrants(1_000);
        say(
                "%,d intervals of %,d users, %,d events, made in %.1f s",
                3L * USERS, USERS, history.head(), seconds(began));
        say(
                "heap %,d MiB; %.1f bytes per closed interval",
                LargeHistory.usedHeap() >> 20, (closed - open) / (2.0 * USERS));

        checks(history);
        access(history);
        timeline("a role that changed 1,000 times", history, ofRole);
        timeline("1,000 grants and revokes", history, ofGrants);
        flips(history, ofRole);
    }

    private void checks(LargeHistory history) {
        double present = Double.MAX_VALUE;
        double past = Double.MAX_VALUE;
        double byInstant = Double.MAX_VALUE;
        String[] users = new String[CHECKS];
        long[] positions = new long[CHECKS];
        for (int i = 0; i < CHECKS; i++) {
            users[i] = history.user(random.nextInt(USERS));
            positions[i] = 1 + random.nextLong(history.head());
        }
        AccessRequest[] requests = Arrays.stream(users).map(this::question).toArray(AccessRequest[]::new);
        Instant now = history.recordedAt(history.head());
        long[] allowed = new long[3];
        for (int pass = 0; pass < PASSES; pass++) {
            present = Math.min(present, nanos(i -> {
                Facts facts = history.at(history.head());
                allowed[0] += Decider.decide(facts, requests[i], now).allowed() ? 1 : 0;
            }));
            past = Math.min(past, nanos(i -> {
                Instant at = history.recordedAt(positions[i]);
                allowed[1] += Decider.decide(history.at(positions[i]), requests[i], at)
                                .allowed()
                        ? 1
                        : 0;
            }));
            byInstant = Math.min(byInstant, nanos(i -> {
                Instant at = history.recordedAt(positions[i]).plusNanos(1_000);
                Facts facts = history.at(history.positionAt(at));
                allowed[2] += Decider.decide(facts, requests[i], at).allowed() ? 1 : 0;
            }));
        }
        say(
                "check now %.0f ns; as of a random position %.0f ns (%.2f times); as of a random instant %.0f ns (%.2f times)",
                present, past, past / present, byInstant, byInstant / present);
        assertThat(allowed[1]).isEqualTo(allowed[2]);
    }

    private static double nanos(IntConsumer check) {
        long began = System.nanoTime();
        for (int i = 0; i < CHECKS; i++) {
            check.accept(i);
        }
        return (System.nanoTime() - began) / (double) CHECKS;
    }

    private void access(LargeHistory history) {
        long[] times = new long[50_000];
        for (int i = 0; i < times.length; i++) {
            SubjectId subject = SubjectId.user(history.user(random.nextInt(USERS)));
            long position = 1 + random.nextLong(history.head());
            long began = System.nanoTime();
            Effective.sources(history.at(position), history.recordedAt(position), subject);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        say(
                "access as of a random moment: p50 %.3f ms, p99 %.3f ms, worst %.3f ms",
                times[25_000] / 1e6, times[49_500] / 1e6, times[49_999] / 1e6);
    }

    private static void timeline(String what, LargeHistory history, String user) {
        long[] times = new long[40];
        int changes = 0;
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            Moment from = new Moment(history.at(0), Instant.EPOCH);
            Moment to = new Moment(history.at(history.head()), history.recordedAt(history.head()));
            changes = new Walk(history, history.changes(), SubjectId.user(user), from, to)
                    .made()
                    .size();
            times[i] = System.nanoTime() - began;
        }
        long first = times[0];
        Arrays.sort(times);
        say(
                "timeline of %,d changes (%s): first %.1f ms, p50 %.1f ms, worst %.1f ms",
                changes, what, first / 1e6, times[20] / 1e6, times[39] / 1e6);
    }

    private static void flips(LargeHistory history, String user) {
        AccessRequest request = request(user, "act3", "changing");
        Moment from = new Moment(history.at(0), Instant.EPOCH);
        Moment to = new Moment(history.at(history.head()), history.recordedAt(history.head()));
        long began = System.nanoTime();
        int flips = new Turns(history, history.changes(), (asked, facts) -> asked, request, from, to)
                .all()
                .size();
        say("%,d flips among 1,000 changes: %.1f ms", flips, (System.nanoTime() - began) / 1e6);
    }

    private AccessRequest question(String user) {
        return request(user, "act" + random.nextInt(10), "things");
    }

    private static AccessRequest request(String user, String action, String type) {
        return new AccessRequest(
                SubjectId.user(user),
                Map.of(),
                Action.of(action),
                Resource.of(type, "1"),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf("history: " + format + "%n", values);
    }
}
