package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL that stands still, and one whose every process is killed. */
class SurvivesOutagesTest {

    private static final Duration REFUSED_WITHIN = Duration.ofMillis(500);
    private static final int REFUSALS = 12;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    private Path data;
    private EmbeddedPostgres server;
    private HikariDataSource pool;
    private DecisionStore store;
    private GroupCommitJournal journal;

    @BeforeEach
    void start() throws IOException {
        data = Files.createTempDirectory("journal-outage");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(2000);
        pool = new HikariDataSource(config);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/authorization/V30__journal.sql"),
                        new ClassPathResource("db/migration/postgresql/V31__journal_record.sql"))
                .execute(pool);
        store = JournalDatabase.store(pool);
        journal = new GroupCommitJournal(JournalDatabase.defaults(), store, Clock.systemUTC());
        journal.start();
        // The first write of a cold process may take longer than a healthy one has.
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> Decisions.into(journal).record(100).size() == 100);
    }

    @AfterEach
    void stop() throws IOException {
        journal.stop();
        store.close();
        pool.close();
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void refusesInTimeWhileTheServerStandsStillAndIsBackSoonAfter() throws Exception {
        var processes = processes();
        signal("STOP", processes);
        try {
            refusesInTime();
        } finally {
            signal("CONT", processes);
        }

        isBackInTime();
    }

    /** As when the machine of the database loses its processes: nothing is flushed, nothing is said. */
    @Test
    void losesNothingWhenTheServerIsKilled() throws Exception {
        var acknowledged = Awaitility.await()
                .ignoreExceptions()
                .until(() -> Decisions.into(journal).record(50), ids -> ids.size() == 50);
        signal("KILL", processes());
        refusesInTime();

        restart();

        isBackInTime();
        assertThat(acknowledged)
                .allSatisfy(id -> assertThat(store.records().byId(id)).isPresent());
    }

    private void refusesInTime() {
        var took = Stream.generate(this::refusal).limit(REFUSALS).sorted().toList();
        System.out.printf("refusals took %s%n", took);
        assertThat(took).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(REFUSED_WITHIN));
    }

    private Duration refusal() {
        var began = System.nanoTime();
        assertThatThrownBy(() -> Decisions.into(journal).record()).isInstanceOf(DecisionNotRecorded.class);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void isBackInTime() {
        var began = System.nanoTime();
        Awaitility.await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> {
            Decisions.into(journal).record();
            return true;
        });
        System.out.printf("back after %s%n", Duration.ofNanos(System.nanoTime() - began));
        assertThat(journal.lastFailure()).isEmpty();
        var sequences = new JdbcTemplate(pool)
                .queryForObject("select max(sequence) - count(*) from journal_record", Long.class);
        assertThat(sequences).as("the sequence stays dense").isZero();
    }

    private List<String> processes() throws IOException {
        var parent = postmaster();
        var server = ProcessHandle.of(parent).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> String.valueOf(process.pid()))
                .toList();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** The same data on the same port. */
    private void restart() throws IOException {
        var port = server.getPort();
        server.close();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPort(port)
                .start();
    }

    private static void signal(String name, List<String> processes) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(processes);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
