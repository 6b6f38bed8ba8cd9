package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.crash.KillablePostgres;

/** What is promised of a journal that cannot be written, seen from outside, with the patience that is the default. */
class RefusesInTimeTest {

    private static final Duration REFUSED_WITHIN = Duration.ofMillis(500);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final int WARM_UP = 400;
    private static final int CLIENTS = 4;
    private static final int EACH = 6;
    private static final String QUESTION = """
            {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"}}""";
    private static final String MANY = """
            {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"evaluations":[%s]}""".formatted(
                    String.join(",", Collections.nCopies(90, "{\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}")));

    private KillablePostgres database;
    private Installation server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        database = new KillablePostgres(Databases.temporaryDirectory());
        server = Installation.start(
                database.database(),
                // What an installation has that sets nothing; other tests are more patient with a busy machine.
                "--mandate.journal.patience=300ms",
                "--mandate.token.patience=300ms",
                "--mandate.journal.capacity=100KB");
        api = server.admin();
        for (var i = 0; i < WARM_UP; i++) {
            api.post("/access/v1/evaluation", QUESTION);
        }
        for (var i = 0; i < WARM_UP / 20; i++) {
            api.post("/access/v1/evaluations", MANY);
        }
        api.post("/access/v1/evaluation", QUESTION).expect(200);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        database.close();
    }

    @Test
    void refusesWhileTheDatabaseStandsStillAndIsBackSoonAfter() throws Exception {
        database.standStill();
        try (var log = RecordedLog.open()) {
            refusesInTime(QUESTION, "/access/v1/evaluation");
            refusesInTime(MANY, "/access/v1/evaluations");
            isQuiet(log);
        } finally {
            database.goOn();
        }
        isBackInTime();
    }

    @Test
    void refusesWhileTheDatabaseIsGoneAndIsBackSoonAfter() throws Exception {
        database.kill();
        try (var log = RecordedLog.open()) {
            refusesInTime(QUESTION, "/access/v1/evaluation");
            isQuiet(log);
        }
        database.startAgain();
        isBackInTime();
    }

    /** A refusal is an answer like others: the container logs none of them, and the journal one line for many. */
    private static void isQuiet(RecordedLog log) {
        assertThat(log.by("org.apache.catalina")).isEmpty();
        assertThat(log.by("org.mandate.authorization.journal.Refusals")).hasSizeLessThan(EACH);
    }

    /** No permit leaves, and each refusal is in time. */
    private void refusesInTime(String question, String path) throws InterruptedException, ExecutionException {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        Callable<List<Duration>> client = () -> {
            var took = new ArrayList<Duration>();
            for (var i = 0; i < EACH; i++) {
                var began = System.nanoTime();
                var answer = api.post(path, question);
                took.add(Duration.ofNanos(System.nanoTime() - began));
                answer.expectProblem(503);
                assertThat(answer.header("Retry-After")).isPresent();
            }
            return took;
        };
        var took = new ArrayList<Duration>();
        for (Future<List<Duration>> each : clients.invokeAll(
                IntStream.range(0, CLIENTS).mapToObj(i -> client).toList())) {
            took.addAll(each.get());
        }
        clients.shutdown();
        Collections.sort(took);
        System.out.printf("%d refusals took %s to %s%n", took.size(), took.get(0), took.get(took.size() - 1));
        assertThat(took).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(REFUSED_WITHIN));
    }

    private void isBackInTime() {
        var began = System.nanoTime();
        await().atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> api.post("/access/v1/evaluation", QUESTION).status() == 200);
        System.out.printf("back after %s%n", Duration.ofNanos(System.nanoTime() - began));
    }
}
