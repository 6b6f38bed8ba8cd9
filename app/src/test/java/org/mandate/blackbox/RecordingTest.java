package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class RecordingTest {

    @Parameter
    Server server;

    @Test
    void namesItsModeOnTheHealthPage() {
        var health =
                server.api().anonymous().get("/actuator/health").expect(200).json();
        var recording = server.api()
                .anonymous()
                .get("/actuator/health/recording")
                .expect(200)
                .json()
                .path("components")
                .path("journal");

        assertThat(health.path("description").asString()).isEqualTo("journal mode: strict");
        assertThat(health.has("components")).isFalse();
        assertThat(recording.path("details").propertyNames()).containsExactly("mode");
        assertThat(recording.path("details").path("mode").asString()).isEqualTo("strict");
    }

    @Test
    void recordsNoNameThatSomebodyPutInThePlaceOfAnId() {
        var user = server.join();
        var auditor = server.join("auditor", "admin");
        for (var path : List.of("/admin/users/%s", "/history/users/%s/access", "/history/users/%s/timeline")) {
            auditor.api().get(path.formatted(user.username())).expectProblem(404);
            auditor.api().get(path.formatted(user.id())).expect(200);
        }
        auditor.api().put("/admin/entities/user/" + user.username(), "{\"attributes\":{}}");

        var records = auditor.api()
                .get("/audit/decisions?limit=1000&requester=" + auditor.id())
                .expect(200);

        assertThat(records.items()).hasSizeGreaterThan(6);
        assertThat(records.body()).contains(user.id()).contains("not-an-id").doesNotContain(user.username());
        for (var record : records.items()) {
            var verified = auditor.api()
                    .post("/audit/decisions/" + record.path("id").asString() + "/verify")
                    .expect(200);
            assertThat(verified.json().path("reproduced").asBoolean())
                    .as(verified.body())
                    .isTrue();
        }
        server.admin()
                .api()
                .delete("/admin/users/" + auditor.id() + "/roles/admin")
                .expect(200, 204);
    }

    @Test
    void keepsTheRecordOfAnErasedUserWithoutWhatWasPersonalInIt() {
        var user = server.join();
        var refused = user.api().get("/admin/dashboard").expectProblem(403).text("decisionId");
        var before = server.admin()
                .api()
                .get("/audit/decisions/" + refused)
                .expect(200)
                .json();
        assertThat(before.path("ip").asString()).isNotEmpty();

        server.admin().api().delete("/admin/users/" + user.id()).expect(204);

        var after = server.admin()
                .api()
                .get("/audit/decisions/" + refused)
                .expect(200)
                .json();
        assertThat(after.path("ip").isNull() || after.path("ip").isMissingNode())
                .isTrue();
        assertThat(after.path("userAgent").isNull() || after.path("userAgent").isMissingNode())
                .isTrue();
        assertThat(after.path("erased").asBoolean()).isTrue();
        assertThat(before.has("erased")).isFalse();
        assertThat(after.path("subject")).isEqualTo(before.path("subject"));
        assertThat(after.path("reasons")).isEqualTo(before.path("reasons"));
    }
}
