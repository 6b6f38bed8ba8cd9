package org.mandate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.crash.KillablePostgres;
import org.mandate.crash.RunningJar;

/**
 * The packaged jar with 512 MB of heap, asked three times as often as it can answer: every answer is a decision or a refusal
 * that says to come again, and every decision that was answered is in the journal. Settings: {@code mandate.soak.time}
 * (PT5M), {@code mandate.soak.warmup} (PT1M), {@code mandate.load.databases} (h2,postgres).
 */
class SoakRun {

    private static final Duration TIME = Duration.parse(System.getProperty("mandate.soak.time", "PT5M"));
    private static final Duration WARM_UP = Duration.parse(System.getProperty("mandate.soak.warmup", "PT1M"));
    private static final List<String> DATABASES =
            List.of(System.getProperty("mandate.load.databases", "h2,postgres").split(","));
    private static final int CAPACITY_CLIENTS = 32;
    private static final int SOAK_CLIENTS = 3 * CAPACITY_CLIENTS;
    private static final String QUESTION = """
            {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"},
             "context":{"explain":true}}""";
    private static final String LONG = "--mandate.token.access-lifetime=2h";
    private static final String ID = "\"id\":\"";

    @Test
    void losesNothingAndFailsNowhere() throws Exception {
        for (var database : DATABASES) {
            var directory = Databases.temporaryDirectory();
            if (database.equals("h2")) {
                soak(database, RunningJar.in(directory, LONG), directory);
            } else {
                try (var postgres = new KillablePostgres(Databases.temporaryDirectory())) {
                    soak(database, RunningJar.in(directory, postgres.arguments(LONG)), directory);
                }
            }
        }
    }

    private static void soak(String database, RunningJar server, Path directory) throws Exception {
        try {
            load(server, CAPACITY_CLIENTS, WARM_UP, 0);
            var alone = load(server, CAPACITY_CLIENTS, WARM_UP.dividedBy(2), 0);
            var capacity = alone.answered().size() * 1e9 / WARM_UP.dividedBy(2).toNanos();
            var soaked = load(server, SOAK_CLIENTS, TIME, 3 * capacity);
            System.out.printf(
                    "%s: capacity %,.0f/s; for %s asked %,.0f/s with %d connections: %,d answered (%,.0f/s),"
                            + " %,d refused with 503, %,d failed, worst %,d ms, most memory %s%n",
                    database,
                    capacity,
                    TIME,
                    3 * capacity,
                    SOAK_CLIENTS,
                    soaked.answered().size(),
                    soaked.answered().size() * 1e9 / TIME.toNanos(),
                    soaked.refused(),
                    soaked.failures().size(),
                    soaked.worstMillis(),
                    memory(server.process()));
            assertThat(soaked.failures()).isEmpty();
            assertThat(server.process().isAlive()).isTrue();
            assertThat(Files.readString(directory.resolve("out.log"))).doesNotContain("OutOfMemoryError");
            assertNoneIsMissing(server, soaked.answered());
        } finally {
            server.kill();
        }
    }

    /** The most that the process ever had in memory, where the system says it. */
    private static String memory(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }

    private static void assertNoneIsMissing(RunningJar server, Set<UUID> answered) throws Exception {
        var missing = new HashSet<>(answered);
        try (var lines = server.lines("/audit/decisions/export", "application/x-ndjson")) {
            lines.forEach(line -> missing.remove(id(line)));
        }
        System.out.printf("%,d answered decisions, %d missing in the journal%n", answered.size(), missing.size());
        assertThat(missing).isEmpty();
    }

    private static UUID id(String json) {
        var from = json.indexOf(ID) + ID.length();
        return UUID.fromString(json.substring(from, from + 36));
    }

    /** What all clients together saw. */
    private record Seen(Set<UUID> answered, long refused, List<String> failures, long worstMillis) {}

    /** @param perSecond how often they ask together, whether or not they are answered in time; 0: as soon as each is answered */
    private static Seen load(RunningJar server, int clients, Duration time, double perSecond)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(clients);
        var running = new ArrayList<Future<Seen>>();
        var end = System.nanoTime() + time.toNanos();
        var pause = perSecond == 0 ? 0 : (long) (clients * 1e9 / perSecond);
        for (var i = 0; i < clients; i++) {
            running.add(pool.submit(() -> client(server, end, pause)));
        }
        var answered = new HashSet<UUID>();
        var failures = new ArrayList<String>();
        var refused = 0L;
        var worst = 0L;
        for (var each : running) {
            var seen = each.get();
            answered.addAll(seen.answered());
            failures.addAll(seen.failures());
            refused += seen.refused();
            worst = Math.max(worst, seen.worstMillis());
        }
        pool.shutdown();
        return new Seen(answered, refused, failures, worst);
    }

    private static Seen client(RunningJar server, long end, long pause) throws IOException {
        var headers = "Content-Type: application/json\r\n" + server.authorization();
        var request =
                Connection.request("POST", "/access/v1/evaluation", headers, QUESTION.getBytes(StandardCharsets.UTF_8));
        var answered = new HashSet<UUID>();
        var failures = new ArrayList<String>();
        var refused = 0L;
        var worst = 0L;
        try (var connection = new Connection(server.port())) {
            for (var next = System.nanoTime(); System.nanoTime() < end && failures.size() < 10; next += pause) {
                LockSupport.parkNanos(next - System.nanoTime());
                var began = System.nanoTime();
                var answer = connection.exchange(request);
                worst = Math.max(worst, (System.nanoTime() - began) / 1_000_000);
                if (answer.status() == 200) {
                    answered.add(id(answer.body()));
                } else if (answer.status() == 503) {
                    refused++;
                } else {
                    failures.add(answer.toString());
                }
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
        return new Seen(answered, refused, failures, worst);
    }
}
