package org.mandate.authorization.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/**
 * What a decision takes at a million users, beside what it takes at a thousand: both asked in turn in one process, so that
 * whatever disturbs the one disturbs the other, and counted in processor time, which does not grow while others have the
 * processor. Medians of the rounds. Settings: {@code mandate.bench.rounds} (40), {@code mandate.bench.asked} (256).
 */
class RatioRun {

    private static final int ROUNDS = Integer.getInteger("mandate.bench.rounds", 40);
    private static final int ASKED = Integer.getInteger("mandate.bench.asked", 256);
    private static final int DECISIONS = 200_000;
    private static final List<Integer> USERS = List.of(1_000, 1_000_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<World> worlds =
            USERS.stream().map(users -> new World(users, ASKED)).toList();
    private final List<Facts> facts = worlds.stream().map(World::facts).toList();
    private int allowed;

    @Test
    void comparesAMillionUsersWithAThousand() {
        System.gc();
        System.out.println("| question | 1,000 users | 1,000,000 users | ratio |\n| --- | --- | --- | --- |");
        compare("an inherited permission", World::byRole);
        compare("ownership", World::byOwnership);
        compare("a denial", World::denied);
        compare("one CEL condition of two clauses", World::byCondition);
        System.out.println(allowed + " allowed");
    }

    private void compare(String what, Function<World, AccessRequest[]> questions) {
        List<AccessRequest[]> asked = worlds.stream().map(questions).toList();
        double[][] nanos = new double[USERS.size()][ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
            for (int world = 0; world < nanos.length; world++) {
                double took = nanosEach(facts.get(world), asked.get(world));
                nanos[world][Math.max(0, round)] = took;
            }
            ratios[Math.max(0, round)] = nanos[1][Math.max(0, round)] / nanos[0][Math.max(0, round)];
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f ns | %.0f ns | %.2f |",
                what,
                median(nanos[0]),
                median(nanos[1]),
                median(ratios)));
    }

    private double nanosEach(Facts one, AccessRequest[] questions) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < DECISIONS; i++) {
            if (Decider.decide(one, questions[i & questions.length - 1], Chronicle.BEGAN)
                    .allowed()) {
                allowed++;
            }
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - before) / DECISIONS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
