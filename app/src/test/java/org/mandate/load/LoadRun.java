package org.mandate.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;

/**
 * All figures of {@code docs/performance.md} in one run, printed as Markdown and left in {@code target/load.md}. Settings:
 * {@code mandate.load.databases} (h2,postgres), {@code mandate.load.warmup} and {@code mandate.load.measure} (durations),
 * {@code mandate.realData} (a folder with catalogues to import).
 */
class LoadRun {

    private static final Duration WARM_UP = Duration.parse(System.getProperty("mandate.load.warmup", "PT60S"));
    private static final Duration MEASURE = Duration.parse(System.getProperty("mandate.load.measure", "PT15S"));
    private static final List<String> DATABASES =
            List.of(System.getProperty("mandate.load.databases", "h2,postgres").split(","));

    private final StringBuilder report = new StringBuilder();
    private final AtomicLong titles = new AtomicLong();

    @Test
    void measuresTheServer() throws Exception {
        say("Java %s, %d processors, warm-up %s, each row %s, clients in the same process.%n%n"
                .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors(), WARM_UP, MEASURE));
        for (var database : DATABASES) {
            try (var server = Server.on(
                    database.equals("h2") ? Databases.h2() : Databases.postgres(), Databases.temporaryDirectory())) {
                measure(database, server);
            }
        }
        startUp(Databases.temporaryDirectory());
        Files.writeString(Path.of("target", "load.md"), report);
    }

    private void measure(String database, Server server) throws Exception {
        Supplier<byte[]> empty = always(server.post(EmptyEndpoint.PATH, "{}"));
        Supplier<byte[]> accessEmpty = always(server.post(EmptyEndpoint.ACCESS_PATH, "{}"));
        Supplier<byte[]> evaluation = always(server.post("/access/v1/evaluation", """
                {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"}}"""));
        Supplier<byte[]> batch = always(server.post("/access/v1/evaluations", batch()));
        Supplier<byte[]> posts = () -> server.post(
                "/posts", "{\"title\":\"Post " + titles.incrementAndGet() + "\",\"content\":\"Some text.\"}");
        warmUp(server, accessEmpty, evaluation, posts);
        ClosedLoop.http(server.port(), 4, WARM_UP.dividedBy(12), 200, batch);

        say("### " + database + "\n\n" + Figures.header());
        for (int clients : List.of(1, 32)) {
            row(server, clients, 200, "empty authenticated `POST /empty`", empty);
            row(server, clients, 200, "the same in the decision point's security chain", accessEmpty);
            row(server, clients, 200, "`POST /access/v1/evaluation`, recorded strictly", evaluation);
            row(server, clients, 200, "`POST /access/v1/evaluations`, 100 at once, each recorded", batch);
        }
        for (int clients : List.of(1, 16)) {
            row(server, clients, 201, "create a post, `POST /posts`", posts);
        }
        say("\n");
        imports(database, server);
    }

    private static String batch() {
        return IntStream.range(0, 100)
                .mapToObj(each -> "{\"resource\":{\"type\":\"posts\",\"id\":\"%d\"}}".formatted(each))
                .collect(Collectors.joining(",", """
                        {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"evaluations":[""", "]}"));
    }

    /** A third at low concurrency, where the compiler gets its share of the processors, and a third at full. */
    private void warmUp(Server server, Supplier<byte[]> empty, Supplier<byte[]> evaluation, Supplier<byte[]> posts)
            throws InterruptedException, ExecutionException {
        var part = WARM_UP.dividedBy(6);
        for (int clients : List.of(2, 32)) {
            ClosedLoop.http(server.port(), clients, part, 200, empty);
            ClosedLoop.http(server.port(), clients, part, 200, evaluation);
            ClosedLoop.http(server.port(), Math.min(clients, 16), part, 201, posts);
        }
    }

    private void row(Server server, int clients, int expected, String what, Supplier<byte[]> requests)
            throws InterruptedException, ExecutionException {
        say(ClosedLoop.http(server.port(), clients, MEASURE, expected, requests).row(what));
    }

    private void imports(String database, Server server) throws IOException {
        var catalogues = catalogues();
        if (catalogues.isEmpty()) {
            return;
        }
        say("| catalogue, " + database + " | size | first import | again, unchanged |\n| --- | --- | --- | --- |\n");
        for (var file : catalogues) {
            var body = Files.readAllBytes(file);
            var first = timed(server, body);
            var again = timed(server, body);
            say("| `%s` | %,d KiB | %s | %s |%n"
                    .formatted(file.getFileName(), body.length / 1024, seconds(first), seconds(again)));
        }
        say("\n");
    }

    private static Duration timed(Server server, byte[] catalogue) throws IOException {
        long start = System.nanoTime();
        server.ask("/admin/import", catalogue);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<Path> catalogues() throws IOException {
        var directory = System.getProperty("mandate.realData", "");
        var found = new ArrayList<Path>();
        if (!directory.isBlank()) {
            try (var files = Files.newDirectoryStream(Path.of(directory), "*.catalogue.json")) {
                files.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    private void startUp(Path directory) throws IOException, InterruptedException {
        var jar = PackagedJar.locate();
        var data = directory.resolve("jar");
        say("| `java -jar`, H2 | until ready |\n| --- | --- |\n");
        say("| first start, empty folder | " + seconds(PackagedJar.startUp(jar, data)) + " |\n");
        say("| second start | " + seconds(PackagedJar.startUp(jar, data)) + " |\n");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3);
    }

    private static Supplier<byte[]> always(byte[] request) {
        return () -> request;
    }

    private void say(String text) {
        report.append(text);
        System.out.print(text);
    }
}
