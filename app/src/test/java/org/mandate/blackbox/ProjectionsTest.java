package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class ProjectionsTest {

    @Parameter
    Server server;

    @Test
    void rebuildsEachViewForAdministratorsAlone() {
        var admin = server.admin().api();
        server.join("auditor").api().post("/admin/projections/facts/rebuild").expectProblem(403);
        server.join().api().get("/admin/projections/facts").expectProblem(403);
        admin.post("/admin/projections/nothing/rebuild").expectProblem(404);
        admin.get("/admin/projections/nothing").expectProblem(404);
        for (var name : List.of("facts", "posts", "users")) {
            var path = "/admin/projections/" + name;
            atRest(admin);

            var begun = admin.post(path + "/rebuild").expect(202);

            assertThat(begun.header("Location")).contains(path);
            atRest(admin);
            var view = admin.get(path).expect(200).json();
            assertThat(view.propertyNames()).contains("name", "position", "head", "lag", "state");
            assertThat(view.path("lastRebuild").path("equal").asBoolean()).isTrue();
            assertThat(view.path("lastRebuild").path("hash").asString()).hasSize(64);
        }
        assertThat(admin.get("/admin/projections").expect(200).items()).hasSize(3);
        assertThat(server.join().api().get("/users/me").expect(200).text("username"))
                .isNotEmpty();
    }

    private static void atRest(Api admin) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/admin/projections").expect(200).items().stream()
                        .noneMatch(view -> view.hasNonNull("rebuild")));
    }
}
