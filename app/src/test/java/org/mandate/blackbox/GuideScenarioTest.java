package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's own scenario: what a user may not, what an administrator may. */
@ParameterizedClass
@EnumSource(Server.class)
class GuideScenarioTest {

    @Parameter
    Server server;

    @Test
    void refusesTheDashboardToAUser() {
        var user = server.join();

        var refused = user.api().get("/admin/dashboard").expectProblem(403);

        assertThat(refused.text("decisionId")).isNotBlank();
    }

    @Test
    void letsAUserReadPosts() {
        server.join().api().get("/posts").expect(200);
    }

    @Test
    void refusesToDeleteThePostOfSomebodyElse() {
        var author = server.join();
        var post = author.writes("Mine", true);
        var other = server.join();

        other.api().delete("/posts/" + post).expectProblem(403);

        author.api().get("/posts/" + post).expect(200);
    }

    @Test
    void letsAnAdministratorDoAllOfIt() {
        var post = server.join().writes("Anybody's", true);
        var admin = server.admin().api();

        admin.get("/admin/dashboard").expect(200);
        admin.get("/posts").expect(200);
        admin.delete("/posts/" + post).expect(204);
        admin.get("/posts/" + post).expectProblem(404);
    }

    @Test
    void asksStrangersForAToken() {
        server.api().get("/posts").expectProblem(401);
        server.api().get("/admin/dashboard").expectProblem(401);
    }
}
