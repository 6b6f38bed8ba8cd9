package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.DecisionMade;
import tools.jackson.databind.json.JsonMapper;

/** The stored form is public for ever: it is read back years later, and hashed as it stands. */
class StoresDecisionsAsJsonTest {

    private final DecisionSerializer serializer = new DecisionSerializer();

    @Test
    void keepsTheStoredForm() throws IOException {
        var golden = golden();

        assertThat(new String(serializer.write(decision()), StandardCharsets.UTF_8))
                .isEqualTo(JsonMapper.shared().readTree(golden).toString());
        assertThat(serializer.read(golden)).isEqualTo(decision());
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(serializer.read(serializer.write(bare()))).isEqualTo(bare());
    }

    private static byte[] golden() throws IOException {
        try (var stream = StoresDecisionsAsJsonTest.class.getResourceAsStream("/golden/DecisionMade.json")) {
            return stream.readAllBytes();
        }
    }

    private static DecisionMade decision() {
        return new DecisionMade(
                "019a0000-0000-7000-8000-000000000001",
                Instant.parse("2026-11-22T12:00:00.123456Z"),
                42,
                "user",
                "gate",
                "user",
                "anna",
                "anna",
                Map.of("department", "sales"),
                "update",
                Map.of("soft", true),
                "posts",
                "p1",
                Map.of("owner", "anna"),
                Map.of("tags", List.of("a", 1, 2.5)),
                "may(update)",
                true,
                List.of(new DecisionMade.Because("role", "editor", "role `editor` gives `posts:update`")),
                List.of("posts:read", "posts:write"),
                "10.0.0.1",
                "192.0.2.7",
                "curl/8",
                "r-1",
                "access-api",
                "strict",
                "1");
    }

    private static DecisionMade bare() {
        return new DecisionMade(
                "i",
                Instant.EPOCH,
                0,
                "user",
                "",
                "user",
                "\u0000\u00e4",
                null,
                Map.of(),
                "",
                Map.of(),
                "",
                "",
                Map.of(),
                Map.of(),
                "authenticated",
                false,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                "http",
                "strict",
                "1");
    }
}
