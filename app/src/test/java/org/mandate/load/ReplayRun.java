package org.mandate.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.RunningApp;
import org.mandate.authorization.facts.FactsReplay;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.History;
import org.mandate.store.LongHistory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast a long history is written, read at a start, and built again beside the live facts. Settings:
 * {@code mandate.load.events} (1000000) and {@code mandate.load.databases} (h2,postgres). The table is left in
 * {@code target/replay.md}.
 */
class ReplayRun {

    private static final long EVENTS = Long.getLong("mandate.load.events", 1_000_000);
    private static final List<String> DATABASES =
            List.of(System.getProperty("mandate.load.databases", "h2,postgres").split(","));

    private final StringBuilder report = new StringBuilder();

    @Test
    void readsALongHistory() throws IOException {
        say("%d events, Java %s, %d processors, heap of %d MiB at most%n%n"
                .formatted(
                        EVENTS,
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        say("| what | database | seconds | events/s |%n| --- | --- | --- | --- |%n".formatted());
        for (String name : DATABASES) {
            measure(name, name.equals("h2") ? Databases.h2() : Databases.postgres());
        }
        Files.writeString(Path.of("target", "replay.md"), report);
    }

    private void measure(String name, Database database) {
        try (ConfigurableApplicationContext app = RunningApp.on(database, "--mandate.self-check.cron=-")) {
            row("written in batches of 5,000", name, seconds(() -> LongHistory.write(app, EVENTS)));
        }
        long began = System.nanoTime();
        try (ConfigurableApplicationContext app = RunningApp.on(database, "--mandate.self-check.cron=-")) {
            FactsStatus facts = app.getBean(FactsStatus.class);
            History history = app.getBean(History.class);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(5))
                    .until(facts::fit);
            row("started anew until the facts were loaded, all of the start", name, (System.nanoTime() - began) / 1e9);
            row("read alone, nothing applied", name, seconds(() -> history.read(0, (int) history.head(), entry -> {})));
            FactsReplay replay = app.getBean(FactsReplay.class);
            for (int i = 0; i < 2; i++) {
                row("facts rebuilt, compared by hash and changed over", name, seconds(() -> rebuild(replay)));
                say("heap after it: %d MiB%n".formatted(heap()));
            }
        }
    }

    private static void rebuild(FactsReplay replay) {
        FactsReplay.Comparison found = replay.rebuild(position -> {});
        if (found.difference().isPresent()) {
            throw new IllegalStateException(found.toString());
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private void row(String what, String database, double seconds) {
        say(String.format(Locale.ROOT, "| %s | %s | %.1f | %,.0f |%n", what, database, seconds, EVENTS / seconds));
    }

    private void say(String text) {
        System.out.print(text);
        report.append(text);
    }
}
