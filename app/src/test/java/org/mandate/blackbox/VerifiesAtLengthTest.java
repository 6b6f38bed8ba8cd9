package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.authorization.journal.GeneratedJournal;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A verification that takes longer than a request may: somebody holds the tree's table again and again meanwhile. */
class VerifiesAtLengthTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long RECORDS = 6000;
    /** Shorter than anybody's patience with a lock. */
    private static final Duration HELD = Duration.ofMillis(1000);

    @Test
    void answersWhereToAskForTheVerdict() throws Exception {
        var database = Databases.postgres();
        try (var server = Installation.start(database)) {
            var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
            GeneratedJournal.write(
                    server.context(), source, RECORDS, Clock.systemUTC().instant());
            var api = server.admin();
            await().atMost(SOON).until(() -> head(api) >= RECORDS);
            var hindering = new AtomicBoolean(true);
            var hinderer = CompletableFuture.runAsync(() -> hinder(database, hindering));

            var begun = api.post("/audit/verify").expect(202);

            var place = begun.header("Location").orElseThrow();
            assertThat(place).startsWith("/audit/verify/");
            assertThat(begun.text("state")).isEqualTo("running");
            assertThat(begun.json().has("ok")).isFalse();
            assertThat(begun.json().path("progress").path("total").asLong()).isGreaterThanOrEqualTo(RECORDS);
            assertThat(api.get(place).expect(200).text("state")).isEqualTo("running");
            hindering.set(false);
            hinderer.join();
            var verdict = await().atMost(SOON).until(() -> verdict(api, place), found -> found.has("ok"));
            assertThat(verdict.path("state").asString()).isEqualTo("done");
            assertThat(verdict.path("ok").asBoolean()).isTrue();
            assertThat(verdict.path("decisions").asLong()).isGreaterThanOrEqualTo(RECORDS);
            assertThat(verdict.has("progress")).isFalse();
        }
    }

    private static long head(Api api) {
        return api.get("/audit/tree-head").expect(200).json().path("size").asLong();
    }

    private static JsonNode verdict(Api api, String place) {
        return api.get(place).expect(200).json();
    }

    /** Each time it lets go, whoever waits gets one answer. */
    private static void hinder(Database database, AtomicBoolean hindering) {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (hindering.get()) {
                lock.execute("lock table journal_tile in access exclusive mode");
                LockSupport.parkNanos(HELD.toNanos());
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
