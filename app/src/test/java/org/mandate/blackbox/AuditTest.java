package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Server.class)
class AuditTest {

    @Parameter
    Server server;

    private static final List<String> MEMBERS = List.of(
            ("id at position sequence requester subject action resource decision reasons scopes ip userAgent requestId"
                            + " channel")
                    .split(" "));

    @Test
    void recordsWhatWasRefusedUnderTheIdThatTheRefusalNamed() {
        var user = server.join();
        var refused = user.api()
                .send(
                        "GET",
                        "/admin/dashboard",
                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                        "X-Request-ID",
                        "dash-1",
                        "User-Agent",
                        "black-box")
                .expectProblem(403);

        var record = auditor()
                .get("/audit/decisions/" + refused.text("decisionId"))
                .expect(200)
                .json();

        assertThat(record.propertyNames()).containsAll(MEMBERS);
        assertThat(record.path("decision").asString()).isEqualTo("deny");
        assertThat(record.path("subject").path("type").asString()).isEqualTo("user");
        assertThat(record.path("subject").path("id").asString()).isEqualTo(user.id());
        assertThat(record.path("requester")).isEqualTo(record.path("subject"));
        assertThat(record.path("requestId").asString()).isEqualTo("dash-1");
        assertThat(record.path("userAgent").asString()).isEqualTo("black-box");
        assertThat(record.path("channel").asString()).isEqualTo("http");
        assertThat(record.path("reasons")).isNotEmpty();
        assertThat(record.path("position").asLong()).isPositive();
    }

    @Test
    void recordsWhatWasAllowedWithItsReason() {
        var user = server.join();
        user.api().get("/posts").expect(200);

        var records = auditor()
                .get("/audit/decisions?subject=" + user.id() + "&decision=allow&action=read")
                .expect(200)
                .items();

        assertThat(records).hasSize(1);
        var record = records.get(0);
        assertThat(record.path("resource").path("type").asString()).isEqualTo("posts");
        assertThat(record.path("reasons").findValuesAsString("kind")).contains("role");
        assertThat(record.path("reasons").findValuesAsString("name")).contains("user");
        assertThat(record.path("scopes").valueStream().map(JsonNode::asString)).contains("posts:read");
    }

    @Test
    void filters() {
        var user = server.join();
        user.api().get("/posts").expect(200);
        user.api().get("/admin/dashboard").expectProblem(403);
        var post = user.writes("Filtered", true);
        user.api().get("/posts/" + post).expect(200);
        var of = "/audit/decisions?subject=" + user.id();

        assertThat(count(of)).isEqualTo(4);
        assertThat(count(of + "&decision=deny")).isEqualTo(1);
        assertThat(count(of + "&decision=allow")).isEqualTo(3);
        assertThat(count(of + "&resourceType=posts")).isEqualTo(3);
        assertThat(count(of + "&resource=" + post)).isEqualTo(1);
        assertThat(count(of + "&action=create")).isEqualTo(1);
        assertThat(count(of + "&requester=" + user.id())).isEqualTo(4);
        assertThat(count(of + "&requester=nobody")).isZero();
        assertThat(count(of + "&channel=http")).isEqualTo(4);
        assertThat(count(of + "&channel=console")).isZero();
        assertThat(count(of + "&channel=!console")).isEqualTo(4);
        assertThat(count(of + "&channel=!http")).isZero();
        assertThat(count(of + "&reason=role")).isPositive();
        assertThat(count(of + "&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"))
                .isEqualTo(4);
        assertThat(count(of + "&to=2000-01-01T00:00:00Z")).isZero();
    }

    @Test
    void pagesNewestFirstForthAndBack() {
        var user = server.join();
        for (var i = 0; i < 5; i++) {
            user.api().get("/posts").expect(200);
        }
        var path = "/audit/decisions?limit=2&subject=" + user.id();

        var first = auditor().get(path).expect(200);
        var second = auditor().get(path + "&cursor=" + first.text("next")).expect(200);
        var third = auditor().get(path + "&cursor=" + second.text("next")).expect(200);
        var again = auditor().get(path + "&cursor=" + second.text("prev")).expect(200);

        var sequences = new ArrayList<Long>();
        for (var page : List.of(first, second, third)) {
            page.items().forEach(record -> sequences.add(record.path("sequence").asLong()));
        }
        assertThat(sequences).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(third.json().path("next").isNull()).isTrue();
        assertThat(first.json().path("prev").isNull()).isTrue();
        assertThat(again.items()).isEqualTo(first.items());
    }

    @Test
    void describesEveryMemberOfARecord() {
        var described = auditor()
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .path("components")
                .path("schemas")
                .path("Record")
                .path("properties");

        assertThat(described.propertyNames())
                .containsAll(MEMBERS)
                .contains("lost", "from", "to", "mode", "engine", "requirement", "erased");
        for (var record :
                auditor().get("/audit/decisions?limit=100").expect(200).items()) {
            assertThat(described.propertyNames()).containsAll(record.propertyNames());
        }
    }

    @Test
    void isDenseInItsSequence() {
        var records = auditor().get("/audit/decisions?limit=100").expect(200).items();

        for (var i = 1; i < records.size(); i++) {
            assertThat(records.get(i).path("sequence").asLong())
                    .isEqualTo(records.get(i - 1).path("sequence").asLong() - 1);
        }
    }

    @Test
    void isOpenToAuditorsAndAdministratorsAlone() {
        server.join().api().get("/audit/decisions").expectProblem(403);
        server.join("auditor").api().get("/audit/decisions").expect(200);
        server.admin().api().get("/audit/decisions").expect(200);
        server.admin().with("posts:read").get("/audit/decisions").expectProblem(403);
        server.api().get("/audit/decisions").expectProblem(401);
    }

    @Test
    void refusesWhatIsNoFilter() {
        var auditor = auditor();
        auditor.get("/audit/decisions?decision=perhaps").expectFault("decision");
        auditor.get("/audit/decisions?limit=0").expectFault("limit");
        auditor.get("/audit/decisions?limit=1001").expectFault("limit");
        auditor.get("/audit/decisions?limit=many").expectFault("limit");
        auditor.get("/audit/decisions?from=yesterday").expectFault("from");
        auditor.get("/audit/decisions?to=%2B1000000000-12-31T23:59:59Z").expectFault("to");
        auditor.get("/audit/decisions?from=2026-11-22T12:00:00Z&to=2026-11-22T12:00:00Z")
                .expectFault("to");
        auditor.get("/audit/decisions?channel=!pigeon").expectFault("channel");
        auditor.get("/audit/decisions?cursor=nonsense").expectFault("cursor");
        auditor.get("/audit/decisions?reason=mood").expectFault("reason");
        auditor.get("/audit/decisions?channel=pigeon").expectFault("channel");
        auditor.get("/audit/decisions/unknown").expectProblem(404);
        auditor.get("/audit/decisions?subject=%00").expect(200, 400);
    }

    private int count(String path) {
        return auditor().get(path).expect(200).items().size();
    }

    private Api auditor() {
        return server.admin().api();
    }
}
