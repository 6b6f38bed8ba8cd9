package org.mandate.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.authorization.facts.FactsStatus;

/**
 * A catalogue of a million users with two roles each: imported over HTTP, found again after a cold start, and asked who can do
 * what a tenth of them may. Settings: {@code mandate.load.users} (1000000) and {@code mandate.load.import} ({@code h2} or
 * {@code postgres}). The table is left in {@code target/import.md}.
 */
class ImportRun {

    private static final int USERS = Integer.getInteger("mandate.load.users", 1_000_000);
    private static final String DATABASE = System.getProperty("mandate.load.import", "h2");
    private static final int ROLES = 10_000;
    private static final int TIMES = 40;

    private final StringBuilder report = new StringBuilder();

    @Test
    void bringsAMillionUsersIn() throws Exception {
        var database = DATABASE.equals("h2") ? Databases.h2() : Databases.postgres();
        var directory = Databases.temporaryDirectory();
        say("%,d users, %s, Java %s, %d processors, heap of %d MiB at most%n%n"
                .formatted(
                        USERS,
                        DATABASE,
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        say("| what | took |%n| --- | --- |%n".formatted());
        try (var server = Server.on(database, directory)) {
            imports(server, write(directory.resolve("catalogue.json")));
        }
        var began = System.nanoTime();
        try (var server = Server.on(database, directory)) {
            var facts = server.beans().getBean(FactsStatus.class);
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(facts::fit);
            row("started anew in the same process, and facts loaded to position " + facts.position(), seconds(began));
            search(server);
        } finally {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "import.md"), report);
        }
    }

    private void imports(Server server, Path catalogue) throws IOException, InterruptedException {
        var cpu = cpuSeconds();
        var began = System.nanoTime();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/admin/import"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + server.token())
                                .POST(HttpRequest.BodyPublishers.ofFile(catalogue))
                                .build(),
                        BodyHandlers.ofString());
        row("imported, " + (Files.size(catalogue) >> 20) + " MiB of JSON", seconds(began));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        row("processor time of it", cpuSeconds() - cpu);
        say("| peaks of the heap's pools, together | %d MiB |%n".formatted(peak() >> 20));
        var facts = server.beans().getBean(FactsStatus.class);
        began = System.nanoTime();
        var head =
                Long.parseLong(answer.headers().firstValue("Mandate-Position").orElseThrow());
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> facts.position() >= head);
        row("until the facts had followed to position " + head, seconds(began));
    }

    private void search(Server server) throws IOException {
        var request = server.post("/access/v1/search/subject", """
                {"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"vault","id":"1"}}""");
        var millis = new double[TIMES];
        try (var connection = new Connection(server.port())) {
            for (var i = 0; i < TIMES; i++) {
                var began = System.nanoTime();
                var answer = connection.exchange(request);
                millis[i] = 1_000 * seconds(began);
                if (answer.status() != 200 || !answer.body().contains("\"type\":\"user\"")) {
                    throw new IllegalStateException(answer.toString());
                }
            }
        }
        var first = millis[0];
        Arrays.sort(millis);
        say(String.format(
                Locale.ROOT,
                "| first page of who can, of %,d who can: the first time / median / worst of %d | %.1f / %.1f / %.1f ms |%n",
                (USERS + 9) / 10,
                TIMES,
                first,
                millis[TIMES / 2],
                millis[TIMES - 1]));
    }

    /** Every tenth user holds the role that opens the vault. */
    private static Path write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"permissions\":[{\"name\":\"vault:read\"}");
            for (var i = 0; i < ROLES; i++) {
                out.write(",{\"name\":\"type" + i / 10 + ":act" + i % 10 + "\"}");
            }
            out.write("],\"roles\":[{\"name\":\"keeper\",\"permissions\":[\"vault:read\"]}");
            for (var i = 0; i < ROLES; i++) {
                out.write(",{\"name\":\"role-" + i + "\",\"permissions\":[\"type" + i / 10 + ":act" + i % 10 + "\"]}");
            }
            out.write("],\"subjects\":[");
            for (var i = 0; i < USERS; i++) {
                var second = i % 10 == 0 ? "keeper" : "role-" + (i * 104_729L + 17) % ROLES;
                out.write((i == 0 ? "" : ",\n") + "{\"type\":\"user\",\"username\":\"user-" + i + "\",\"email\":\"user-"
                        + i + "@example.org\",\"roles\":[\"role-" + i * 7_919L % ROLES + "\",\"" + second + "\"]}");
            }
            out.write("]}");
        }
        return file;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void row(String what, double seconds) {
        say(String.format(Locale.ROOT, "| %s | %.1f s |%n", what, seconds));
    }

    private void say(String text) {
        System.out.print(text);
        report.append(text);
    }
}
