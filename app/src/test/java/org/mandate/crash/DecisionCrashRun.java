package org.mandate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the packaged jar, and in turn its PostgreSQL, while it decides: every id of a decision that a client received is in
 * the journal afterwards. Runs with the profile {@code long}: twenty kills and a hundred thousand answers on each database,
 * or one kill of each process with {@code -Dmandate.long=short}.
 */
class DecisionCrashRun {

    private static final boolean SHORT = "short".equals(System.getProperty("mandate.long"));
    private static final int KILLS_ON_H2 = SHORT ? 1 : 20;
    private static final int KILLS_ON_POSTGRES = SHORT ? 2 : 20;
    private static final int ANSWERS = SHORT ? 1_000 : 5_000;
    private static final int LONGEST_LOAD_MINUTES = 3;
    private static final int CLIENTS = 8;
    private static final int TOGETHER = 20;
    /** A slow machine is to be asked until it has answered enough, which refusals would only draw out. */
    private static final String PATIENT = "--mandate.journal.patience=5s";

    private final Random random = new Random(20261127);
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    void noAnsweredDecisionIsMissingOnH2() throws Exception {
        Path directory = Databases.temporaryDirectory();
        for (int kill = 1; kill <= KILLS_ON_H2; kill++) {
            RunningJar server = RunningJar.in(directory, PATIENT);
            askUntil(server, server::kill);
        }
        assertNoneIsMissing(RunningJar.in(directory, PATIENT), KILLS_ON_H2);
    }

    @Test
    void noAnsweredDecisionIsMissingOnPostgres() throws Exception {
        Path directory = Databases.temporaryDirectory();
        try (KillablePostgres database = new KillablePostgres(Databases.temporaryDirectory())) {
            for (int kill = 1; kill <= KILLS_ON_POSTGRES; kill++) {
                RunningJar server = RunningJar.in(directory, database.arguments(PATIENT));
                if (kill % 2 == 0) {
                    askUntil(server, database::kill);
                    database.startAgain();
                } else {
                    askUntil(server, server::kill);
                }
            }
            assertNoneIsMissing(RunningJar.in(directory, database.arguments(PATIENT)), KILLS_ON_POSTGRES);
        }
    }

    /** What ends the load. */
    private interface End {
        void come() throws IOException, InterruptedException;
    }

    private void askUntil(RunningJar server, End end) throws Exception {
        CountDownLatch underLoad = new CountDownLatch((ANSWERS + random.nextInt(ANSWERS / 4)) / TOGETHER);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> asking = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            asking.add(clients.submit(() -> ask(server, underLoad)));
        }
        try {
            assertThat(underLoad.await(LONGEST_LOAD_MINUTES, TimeUnit.MINUTES)).isTrue();
            end.come();
        } finally {
            server.kill();
        }
        for (Future<?> one : asking) {
            one.get(1, TimeUnit.MINUTES);
        }
        clients.shutdown();
    }

    /** Ends with the first request that the killed server does not answer. */
    private Void ask(RunningJar server, CountDownLatch underLoad) throws Exception {
        while (true) {
            HttpResponse<String> answer;
            try {
                answer = server.post("/access/v1/evaluations", questions());
            } catch (IOException e) {
                if (server.killed()) {
                    return null;
                }
                throw e;
            }
            if (answer.statusCode() == 200) {
                for (JsonNode one : JsonMapper.shared().readTree(answer.body()).path("evaluations")) {
                    received.add(one.path("context").path("id").asString());
                }
                underLoad.countDown();
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            }
        }
    }

    private static String questions() {
        String items = IntStream.range(0, TOGETHER)
                .mapToObj("{\"resource\":{\"type\":\"posts\",\"id\":\"p%d\"}}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"subject":{"type":"robot","id":"r-1"},"action":{"name":"read"},"context":{"explain":true},
                 "evaluations":[%s]}
                """.formatted(items);
    }

    private void assertNoneIsMissing(RunningJar server, int kills) throws Exception {
        Set<String> recorded;
        try (Stream<String> lines = server.lines("/audit/decisions/export", "application/x-ndjson")) {
            recorded = lines.map(DecisionCrashRun::id).collect(Collectors.toSet());
        } finally {
            server.kill();
        }
        assertThat(received).hasSizeGreaterThanOrEqualTo(kills * ANSWERS).doesNotHaveDuplicates();
        List<String> missing =
                received.stream().filter(id -> !recorded.contains(id)).toList();
        System.out.printf("%,d decisions answered over %d kills, %d missing%n", received.size(), kills, missing.size());
        assertThat(missing).isEmpty();
    }

    private static String id(String line) {
        return JsonMapper.shared().readTree(line).path("id").asString();
    }
}
