package org.mandate.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.authorization.journal.NothingRecorded;

/**
 * What the journal costs: the same evaluations with no journal at all, in the mode {@code bounded}, in {@code strict}, and, on
 * H2, in {@code strict} with each commit waiting for the disk; in one run, printed as Markdown and left in
 * {@code target/journal-modes.md}. Settings: {@code mandate.load.databases} (h2,postgres), {@code mandate.load.modes}
 * (off,bounded,strict,synced), {@code mandate.load.warmup} and {@code mandate.load.measure} (durations).
 */
class JournalModesRun {

    private static final Duration WARM_UP = Duration.parse(System.getProperty("mandate.load.warmup", "PT40S"));
    private static final Duration MEASURE = Duration.parse(System.getProperty("mandate.load.measure", "PT20S"));
    private static final List<String> DATABASES =
            List.of(System.getProperty("mandate.load.databases", "h2,postgres").split(","));
    private static final String SYNCED = "synced";
    private static final List<String> MODES =
            List.of(System.getProperty("mandate.load.modes", "off,bounded,strict," + SYNCED)
                    .split(","));
    private static final List<Integer> CLIENTS = List.of(1, 32);
    private static final String QUESTION = """
        {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"}}\
        """;

    private final StringBuilder report = new StringBuilder();

    @Test
    void measuresEachMode() throws Exception {
        say("Java %s, %d processors, warm-up %s, each row %s, clients in the same process.%n"
                .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors(), WARM_UP, MEASURE));
        for (var database : DATABASES) {
            say("%n### %s%n%n%s".formatted(database, Figures.header()));
            var rates = new LinkedHashMap<String, Double>();
            for (var mode : MODES) {
                if (database.equals("h2") || !mode.equals(SYNCED)) {
                    measure(database, mode, rates);
                }
            }
            cost(rates);
        }
        Files.writeString(Path.of("target", "journal-modes.md"), report);
    }

    private void measure(String database, String mode, Map<String, Double> rates) throws Exception {
        var fresh = database.equals("h2") ? Databases.h2() : Databases.postgres();
        var without = mode.equals("off");
        try (var server = Server.with(
                without ? NothingRecorded.class : EmptyEndpoint.class,
                fresh,
                Databases.temporaryDirectory(),
                "--mandate.journal.mode=" + (mode.equals("bounded") ? mode : "strict"),
                "--mandate.embedded.sync=" + mode.equals(SYNCED))) {
            var request = server.post("/access/v1/evaluation", QUESTION);
            for (int clients : List.of(2, 32)) {
                run(server, clients, WARM_UP.dividedBy(2), request);
            }
            for (int clients : CLIENTS) {
                var figures = run(server, clients, MEASURE, request);
                say(figures.row("`POST /access/v1/evaluation`, journal " + mode));
                rates.put(mode + clients, figures.perSecond());
            }
        }
    }

    private static Figures run(Server server, int clients, Duration time, byte[] request)
            throws InterruptedException, ExecutionException {
        return ClosedLoop.http(server.port(), clients, time, 200, () -> request);
    }

    private void cost(Map<String, Double> rates) {
        for (int clients : CLIENTS) {
            var without = rates.getOrDefault("off" + clients, Double.NaN);
            for (var mode : MODES) {
                if (rates.containsKey(mode + clients) && !mode.equals("off")) {
                    say(String.format(
                            Locale.ROOT,
                            "%s costs %.0f %% of the rate at %d connections.%n",
                            mode,
                            100 * (1 - rates.get(mode + clients) / without),
                            clients));
                }
            }
        }
    }

    private void say(String text) {
        report.append(text);
        System.out.print(text);
    }
}
