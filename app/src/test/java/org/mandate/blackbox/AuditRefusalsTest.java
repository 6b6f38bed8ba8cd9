package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class AuditRefusalsTest {

    @Parameter
    Server server;

    @Test
    void countsWhatWasRefusedAndShowsTheLastTime() {
        var user = server.join();
        user.api().get("/admin/dashboard").expectProblem(403);
        user.api().get("/admin/dashboard").expectProblem(403);
        var last = user.api().get("/admin/dashboard").expectProblem(403).text("decisionId");

        var found = server.admin().api().get("/audit/refusals?limit=1000").expect(200);

        assertThat(found.json().path("complete").asBoolean()).isTrue();
        assertThat(found.items().stream()
                        .filter(item -> item.path("subject").asString().equals(user.id())))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("count").asLong()).isEqualTo(3);
                    assertThat(item.path("action").asString()).isEqualTo("read");
                    assertThat(item.path("resourceType").asString()).isEqualTo("dashboard");
                    assertThat(item.path("newest").path("id").asString()).isEqualTo(last);
                    assertThat(item.path("newest").path("decision").asString()).isEqualTo("deny");
                });
    }

    @Test
    void refusesWhatItCannotCountAndWhoeverIsNoAuditor() {
        var auditor = server.admin().api();
        auditor.get("/audit/refusals?limit=0").expectFault("limit");
        auditor.get("/audit/refusals?from=yesterday").expectFault("from");
        auditor.get("/audit/refusals?from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z")
                .expectFault("to");
        server.join().api().get("/audit/refusals").expectProblem(403);
        server.api().get("/audit/refusals").expectProblem(401);
    }
}
