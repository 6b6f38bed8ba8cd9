package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

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
