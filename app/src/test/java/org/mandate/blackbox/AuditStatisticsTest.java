package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Server.class)
class AuditStatisticsTest {

    @Parameter
    Server server;

    @Test
    void countsWhatThePagesShow() {
        var user = server.join();
        user.api().get("/posts").expect(200);
        user.api().get("/posts").expect(200);
        user.api().get("/admin/dashboard").expectProblem(403);
        var records = server.admin()
                .api()
                .get("/audit/decisions?subject=" + user.id())
                .expect(200)
                .items();
        var from = records.get(2).path("at").asString();
        var to = Instant.parse(records.get(0).path("at").asString()).plusMillis(1);

        var items = statistics("?by=subject&bucket=PT1M&from=" + from + "&to=" + to);

        assertThat(items.stream()
                        .mapToLong(item -> item.path("counts").path(user.id()).asLong())
                        .sum())
                .as("of %s", items)
                .isEqualTo(3);
    }

    @Test
    void countsByEachOfWhatCanBeCounted() {
        server.join().api().get("/posts").expect(200);

        for (var by : List.of("decision", "action", "subject", "reason")) {
            assertThat(statistics("?by=" + by).stream()
                            .mapToLong(item -> item.path("counts").size())
                            .sum())
                    .as(by)
                    .isPositive();
        }
    }

    @Test
    void alignsItsBucketsToTheEpoch() {
        var items = statistics("?bucket=PT1H&from=2026-11-01T10:30:00Z&to=2026-11-02T10:30:00Z");

        assertThat(items).hasSize(25);
        assertThat(items.get(0).path("start").asString()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(items.get(24).path("start").asString()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(items)
                .allSatisfy(item -> assertThat(item.path("counts").isObject()).isTrue());
    }

    @Test
    void showsTheLastDayByTheHourWhenNothingIsSaid() {
        var items = statistics("");

        assertThat(items).hasSizeBetween(24, 25);
        assertThat(Duration.between(
                        Instant.parse(items.get(0).path("start").asString()),
                        Instant.parse(items.get(1).path("start").asString())))
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P36525D", "P365250D", "P106751990D"})
    void countsInBucketsThatAreLongerThanTheirTime(String bucket) {
        server.join();

        var items = statistics("?from=1900-01-01T00:00:00Z&to=2261-01-01T00:00:00Z&bucket=" + bucket);

        assertThat(items).hasSizeBetween(2, 5);
        assertThat(items.stream()
                        .mapToLong(item -> item.path("counts").path("allow").asLong())
                        .sum())
                .isPositive();
        assertThat(items)
                .anySatisfy(item -> assertThat(item.path("start").asString()).isEqualTo("1970-01-01T00:00:00Z"));
    }

    @Test
    void refusesWhatItCannotCount() {
        var auditor = server.admin().api();
        auditor.get("/audit/statistics?by=mood").expectFault("by");
        auditor.get("/audit/statistics?bucket=often").expectFault("bucket");
        auditor.get("/audit/statistics?bucket=PT0S").expectFault("bucket");
        auditor.get("/audit/statistics?bucket=PT-1H").expectFault("bucket");
        auditor.get("/audit/statistics?bucket=P106751999999D").expectFault("bucket");
        auditor.get("/audit/statistics?bucket=PT1S&from=2020-01-01T00:00:00Z").expectFault("bucket");
        auditor.get("/audit/statistics?from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z")
                .expectFault("to");
        auditor.get("/audit/statistics?from=yesterday").expectFault("from");
        server.join().api().get("/audit/statistics").expectProblem(403);
        server.api().get("/audit/statistics").expectProblem(401);
    }

    private List<JsonNode> statistics(String query) {
        return server.admin().api().get("/audit/statistics" + query).expect(200).items();
    }
}
