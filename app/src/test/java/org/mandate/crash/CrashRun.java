package org.mandate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the packaged jar under write load, again and again: no write that it acknowledged is missing afterwards. Runs with
 * the profile {@code long}: ten kills, or three with {@code -Dmandate.long=short}.
 */
class CrashRun {

    private static final int KILLS = "short".equals(System.getProperty("mandate.long")) ? 3 : 10;
    private static final int WRITERS = 4;
    private static final int FIRST_WRITES = 20;
    private static final int MORE_WRITES = 400;

    private final Random random = new Random(20261122);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void noAcknowledgedWriteIsMissingAfterAnyKill() throws Exception {
        Path directory = Databases.temporaryDirectory();
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = acknowledged.size();
            RunningJar server = RunningJar.in(directory);
            try {
                assertThat(missing(server)).as("after %d kills", kill - 1).isEmpty();
                writeUntilKilled(server);
            } finally {
                server.kill();
            }
            assertThat(acknowledged.size() - before).isGreaterThanOrEqualTo(FIRST_WRITES);
        }

        RunningJar last = RunningJar.in(directory);
        try {
            assertThat(missing(last)).as("after all kills").isEmpty();
        } finally {
            last.kill();
        }
    }

    private void writeUntilKilled(RunningJar server) throws Exception {
        // The last of a random number of writes is acknowledged while others are under way: that is the moment of the
        // kill.
        CountDownLatch underLoad = new CountDownLatch(FIRST_WRITES + random.nextInt(MORE_WRITES));
        ExecutorService clients = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(clients.submit(() -> write(server, "/posts", CrashRun::post, underLoad)));
        }
        writers.add(clients.submit(() -> write(server, "/admin/users", CrashRun::user, underLoad)));
        assertThat(underLoad.await(3, TimeUnit.MINUTES)).isTrue();
        server.kill();
        for (Future<?> writer : writers) {
            writer.get(1, TimeUnit.MINUTES);
        }
        clients.shutdown();
    }

    private static String post() {
        return "{\"title\":\"%s\",\"content\":\"kept\"}".formatted(UUID.randomUUID());
    }

    private static String user() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 18);
        return "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"a long enough secret %s\"}"
                .formatted(name, name, name);
    }

    /** Ends with the first request that the killed server does not answer. */
    private Void write(RunningJar server, String path, Supplier<String> body, CountDownLatch underLoad)
            throws Exception {
        while (true) {
            HttpResponse<String> answer;
            try {
                answer = server.post(path, body.get());
            } catch (IOException e) {
                if (server.killed()) {
                    return null;
                }
                throw e;
            }
            if (answer.statusCode() == 201) {
                acknowledged.add(path + "/"
                        + JsonMapper.shared().readTree(answer.body()).get("id").asString());
                underLoad.countDown();
            } else {
                // Busy is an answer; anything else is not what this server may say.
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            }
        }
    }

    private List<String> missing(RunningJar server) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String path : acknowledged) {
            int status = server.get(path).statusCode();
            if (status != 200) {
                missing.add(status + " " + path);
            }
        }
        return missing;
    }
}
