package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.Databases;
import org.mandate.authorization.integrity.OfflineVerifier;
import org.mandate.authorization.journal.GeneratedJournal;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Two months of records, of which the first is retired: what is gone is said to be, and what is left is proved. */
class RetiresRecordsOverHttpTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long RECORDS = 4000;

    @TempDir
    Path directory;

    private final OffsetDateTime month = Clock.systemUTC()
            .instant()
            .atOffset(ZoneOffset.UTC)
            .withDayOfMonth(1)
            .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
            .minusMonths(1);

    @Test
    void provesWhatRemainsAndStatesWhatIsGone() throws Exception {
        var database = Databases.postgres();
        JsonNode head;
        List<JsonNode> before;
        try (var server = Installation.start(database)) {
            var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
            GeneratedJournal.write(
                    server.context(), source, RECORDS, month.plusDays(14).toInstant());
            var api = server.admin();
            head = await().atMost(SOON)
                    .until(() -> head(api), found -> found.path("size").asLong() >= RECORDS);
            before = all(api);
        }
        var kept = Duration.between(
                month.plusDays(1).toInstant(), Clock.systemUTC().instant());
        try (var server = Installation.start(database, "--mandate.journal.retention=" + kept.toMinutes() + "m")) {
            var api = server.admin();
            var verdict = await().atMost(SOON).until(() -> verdict(api), found -> found.has("retired"));
            holds(api, verdict, head, before);
        }
    }

    private void holds(Api api, JsonNode verdict, JsonNode head, List<JsonNode> before) throws IOException {
        assertThat(verdict.path("ok").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.path("retired").path("first").asLong()).isEqualTo(1);
        var gone = verdict.path("retired").path("last").asLong();
        assertThat(gone).isBetween(RECORDS / 4, RECORDS - 1024);
        var after = all(api);
        assertThat(after.get(after.size() - 1).path("sequence").asLong()).isEqualTo(gone + 1);
        var left = before.stream().filter(record -> sequence(record) > gone).toList();
        assertThat(after).containsAll(left.subList(left.size() - 1000, left.size()));
        assertThat(before.stream().filter(record -> sequence(record) <= gone))
                .allSatisfy(record -> assertThat(Instant.parse(record.path("at").asString()))
                        .isBefore(month.plusDays(1).toInstant()));
        for (var record : List.of(left.get(left.size() - 1), left.get(left.size() / 2), left.get(0))) {
            InclusionProof.of(api, record.path("id").asString()).leadsToItsRoot();
        }
        var retired = before.get(before.size() - 1).path("id").asString();
        assertThat(List.of(
                        api.get("/audit/decisions/" + retired),
                        api.get("/audit/decisions/" + retired + "/proof"),
                        api.get("/audit/decisions/" + retired + "/now"),
                        api.post("/audit/decisions/" + retired + "/verify")))
                .extracting(answer -> answer.expect(404).text("detail"))
                .allSatisfy(detail -> assertThat(detail).contains("have been retired"))
                .hasSize(4);
        api.get("/audit/consistency?first=" + head.path("size").asLong() + "&second="
                        + head(api).path("size").asLong())
                .expect(200);
        assertThat(verified(api, head, gone + 1)).contains("clean").contains("records 1 to " + gone);
    }

    private static long sequence(JsonNode record) {
        return record.path("sequence").asLong();
    }

    private static JsonNode head(Api api) {
        return api.get("/audit/tree-head").expect(200).json();
    }

    private static JsonNode verdict(Api api) {
        return api.post("/audit/verify").expect(200, 202).json();
    }

    /** All records, newest first. */
    private static List<JsonNode> all(Api api) {
        var all = new ArrayList<JsonNode>();
        var cursor = Optional.of("");
        while (cursor.isPresent()) {
            var page = api.get("/audit/decisions?limit=1000" + cursor.get()).expect(200);
            all.addAll(page.items());
            cursor = page.json().path("next").isNull() ? Optional.empty() : Optional.of("&cursor=" + page.text("next"));
        }
        return all;
    }

    private String verified(Api api, JsonNode head, long from) throws IOException {
        Files.writeString(
                directory.resolve("export.ndjson"),
                api.get("/audit/decisions/export", "Accept", "application/x-ndjson")
                        .expect(200)
                        .body());
        Files.writeString(directory.resolve("head.json"), head.toString());
        var pem = new StringBuilder();
        for (var key : api.get("/audit/keys").expect(200).json().path("keys")) {
            pem.append(api.get("/audit/keys/" + key.path("keyId").asString() + ".pem")
                    .expect(200)
                    .body());
        }
        Files.writeString(directory.resolve("key.pem"), pem);
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var exit = new OfflineVerifier(out, out)
                .run(List.of(
                        "--export", directory.resolve("export.ndjson").toString(),
                        "--public-key", directory.resolve("key.pem").toString(),
                        "--head", directory.resolve("head.json").toString(),
                        "--from", Long.toString(from)));
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
