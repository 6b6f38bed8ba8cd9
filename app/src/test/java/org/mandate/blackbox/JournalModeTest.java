package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;

/** What an operator sets about the journal is what the running server does and says. */
class JournalModeTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void letsAnswersLeaveFirstWhereThatIsAskedFor() {
        try (var server = Installation.start(Databases.h2(), "--mandate.journal.mode=bounded")) {
            var admin = server.admin();

            var health = admin.anonymous().get("/actuator/health").expect(200).json();
            assertThat(health.path("description").asString()).isEqualTo("journal mode: bounded");
            await().atMost(SOON).until(() -> newestMode(admin).equals("bounded"));
        }
    }

    @Test
    void recordsWhereEachCommitWaitsForTheDisk() {
        try (var server = Installation.start(Databases.h2(), "--mandate.embedded.sync=true")) {
            var admin = server.admin();

            admin.post("/posts", "{\"title\":\"Kept\",\"content\":\"Some text.\"}")
                    .expect(201);
            assertThat(newestMode(admin)).isEqualTo("strict");
        }
    }

    private static String newestMode(Api api) {
        return api.get("/audit/decisions?limit=1")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("mode")
                .asString();
    }
}
