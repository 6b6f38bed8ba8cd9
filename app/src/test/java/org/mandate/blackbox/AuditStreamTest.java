package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class AuditStreamTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Parameter
    Server server;

    @Test
    void showsRecordsAsTheyComeIn() {
        var user = server.join();
        try (var stream = EventStream.open(server.admin().api(), "?subject=" + user.id(), "")) {
            user.api().get("/posts").expect(200);
            user.api().get("/admin/dashboard").expectProblem(403);

            await().atMost(SOON)
                    .failFast("the stream ended", stream::ended)
                    .until(() -> stream.events().size() == 2);
            var events = stream.events();
            assertThat(events.get(0).data().path("decision").asString()).isEqualTo("allow");
            assertThat(events.get(1).data().path("decision").asString()).isEqualTo("deny");
            assertThat(events.get(1).id())
                    .isEqualTo(events.get(1).data().path("sequence").asLong());
        }
    }

    @Test
    void resumesWithoutLossOrRepetition() {
        var user = server.join();
        var filter = "?subject=" + user.id();
        var seen = new ArrayList<Long>();
        var last = new String[] {""};
        for (var round = 0; round < 3; round++) {
            try (var stream = EventStream.open(server.admin().api(), filter, last[0])) {
                for (var i = 0; i < 5; i++) {
                    user.api().get("/posts").expect(200);
                }
                await().atMost(SOON)
                        .failFast("the stream ended", stream::ended)
                        .until(() -> stream.events().size() >= 3);
                var some = stream.events().subList(0, 3);
                some.forEach(event -> seen.add(event.id()));
                last[0] = some.get(2).id().toString();
            }
        }

        var all = server.admin().api().get("/audit/decisions" + filter).expect(200).items().stream()
                .map(record -> record.path("sequence").asLong())
                .sorted()
                .toList();
        assertThat(seen).isEqualTo(all.subList(0, seen.size()));
    }

    @Test
    void endsWithTheTokenAndWithThePermission() {
        var auditor = server.join("auditor");
        try (var stream = EventStream.open(auditor.api(), "", "")) {
            assertThat(stream.ended()).isFalse();
            auditor.api().post("/auth/logout").expect(200, 204);
            await().atMost(SOON).until(stream::ended);
        }
        var other = server.join("auditor");
        try (var stream = EventStream.open(other.api(), "", "")) {
            server.admin()
                    .api()
                    .delete("/admin/users/" + other.id() + "/roles/auditor")
                    .expect(200, 204);
            await().atMost(SOON).until(stream::ended);
        }
    }

    @Test
    void refusesWhatItCannotFollow() {
        var auditor = server.admin().api();
        for (var id : List.of("x", "-1", "999999999999999999", "1e3")) {
            auditor.get("/audit/decisions/stream", "Last-Event-ID", id).expectFault("Last-Event-ID");
        }
        auditor.get("/audit/decisions/stream?reason=mood").expectFault("reason");
        server.join().api().get("/audit/decisions/stream").expectProblem(403);
        server.api().get("/audit/decisions/stream").expectProblem(401);
    }
}
