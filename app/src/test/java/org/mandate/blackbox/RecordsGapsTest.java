package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.crash.KillablePostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In the mode `bounded`: what was lost is a record like any other, wherever records are read. */
class RecordsGapsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MANY = """
            {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"evaluations":[%s]}""".formatted(
                    String.join(",", Collections.nCopies(20, "{\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}")));

    private KillablePostgres database;
    private Installation server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        database = new KillablePostgres(Databases.temporaryDirectory());
        server = Installation.start(
                database.database(), "--mandate.journal.mode=bounded", "--mandate.journal.capacity=40KB");
        api = server.admin();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        database.close();
    }

    @Test
    void showsWhatWasLostWhereverRecordsAreRead() throws Exception {
        api.post("/access/v1/evaluations", MANY).expect(200);
        database.standStill();
        try {
            for (var i = 0; i < 5; i++) {
                api.post("/access/v1/evaluations", MANY).expect(200);
            }
        } finally {
            database.goOn();
        }
        var gap = await().atMost(SOON)
                .until(this::gaps, found -> !found.isEmpty())
                .get(0);

        assertThat(gap.propertyNames()).containsExactly("id", "at", "sequence", "lost", "from", "to", "mode");
        assertThat(gap.path("lost").asLong()).isBetween(1L, 100L);
        assertThat(gap.path("mode").asString()).isEqualTo("bounded");
        var id = gap.path("id").asString();
        assertThat(api.get("/audit/decisions/" + id).expect(200).json()).isEqualTo(gap);
        assertThat(api.get("/audit/decisions/" + id + "/proof")
                        .expect(200)
                        .json()
                        .path("leafIndex")
                        .asLong())
                .isEqualTo(gap.path("sequence").asLong() - 1);
        assertThat(api.post("/audit/decisions/" + id + "/verify").expect(409).text("detail"))
                .contains("decisions were lost");
        api.get("/audit/decisions/" + id + "/now").expect(409);
        assertThat(api.get("/audit/decisions?action=read&limit=1000")
                        .expect(200)
                        .items())
                .noneMatch(record -> record.has("lost"));
        var lines = export("application/x-ndjson").lines().toList();
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(JsonMapper.shared().readTree(line)).isEqualTo(gap));
        assertThat(export("text/csv")).contains(id + ",").contains(",lost,");
        assertThat(api.post("/audit/verify").expect(200).json().path("ok").asBoolean())
                .isTrue();
    }

    /** The gaps of the newest records, whose sequence has no hole. */
    private List<JsonNode> gaps() {
        var records = api.get("/audit/decisions?limit=1000").expect(200).items();
        var newest = records.get(0).path("sequence").asLong();
        assertThat(records)
                .extracting(record -> record.path("sequence").asLong())
                .containsExactlyElementsOf(LongStream.range(0, records.size())
                        .mapToObj(i -> newest - i)
                        .toList());
        return records.stream().filter(record -> record.has("lost")).toList();
    }

    private String export(String type) {
        return api.get("/audit/decisions/export", "Accept", type).expect(200).body();
    }
}
