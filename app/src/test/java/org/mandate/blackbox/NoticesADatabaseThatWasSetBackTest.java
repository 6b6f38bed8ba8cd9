package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;

/** An older database under the server, its heads file as it was: found for good, whatever is recorded after. */
class NoticesADatabaseThatWasSetBackTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void saysSoAndSignsNothingMoreAfterEveryStart() throws IOException {
        var database = Databases.h2();
        var url = database.url();
        var file = Path.of(url.substring("jdbc:h2:async:".length(), url.indexOf(';')) + ".mv.db");
        var older = file.resolveSibling("older");
        runs(Installation.start(database), 3);
        Files.copy(file, older);
        runs(Installation.start(database), 10);
        Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
        var heads = Files.readString(database.headsFile());

        for (var start = 0; start < 2; start++) {
            try (var server = Installation.start(database)) {
                var api = server.admin();
                for (var request = 0; request < 20; request++) {
                    api.get("/posts").expect(200);
                }
                await().atMost(SOON)
                        .until(() -> api.anonymous().get("/actuator/health").status() == 503);
                api.get("/posts").expect(200);
                var verdict = api.post("/audit/verify").expect(200).json();
                assertThat(verdict.path("ok").asBoolean())
                        .as(verdict.toString())
                        .isFalse();
                assertThat(verdict.path("first").path("fault").asString()).contains("the database was set back");
                assertThat(api.get("/audit/decisions/export", "Accept", "application/x-ndjson")
                                .expect(200)
                                .body())
                        .doesNotContain("\"proof\"");
            }
        }
        assertThat(Files.readString(database.headsFile())).isEqualTo(heads);
    }

    /** Until so many requests are in the tree. */
    private static void runs(Installation started, int requests) {
        try (var server = started) {
            var api = server.admin();
            for (var request = 0; request < requests; request++) {
                api.get("/posts").expect(200);
            }
            var newest = api.get("/audit/decisions?limit=1").expect(200).items().get(0);
            await().atMost(SOON)
                    .until(() -> api.get("/audit/tree-head")
                                    .expect(200)
                                    .json()
                                    .path("size")
                                    .asLong()
                            >= newest.path("sequence").asLong());
            assertThat(api.post("/audit/verify").expect(200).json().path("ok").asBoolean())
                    .isTrue();
        }
    }
}
