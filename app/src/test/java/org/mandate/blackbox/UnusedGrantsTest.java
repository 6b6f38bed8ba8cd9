package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What unused grants say holds when it is tried: each with the simulation that it carries. */
@ParameterizedClass
@EnumSource(Server.class)
class UnusedGrantsTest {

    private static final String ASK = "/access/v1/evaluation";

    @Parameter
    Server server;

    @Test
    void proposesToRemoveTheUnlimitedAssignmentAlone() {
        var since = since();
        var things = Server.name("thing");
        var role = role(things + ":open");
        var person = server.join(role);
        server.admin()
                .api()
                .post(
                        "/admin/users/" + person.id() + "/roles/" + role,
                        "{\"resource\":{\"type\":\"%s\",\"id\":\"1\"}}".formatted(things))
                .expect(201);
        for (int i = 0; i < 3; i++) {
            asks(server.admin().api(), person, "open", things);
        }

        var proposed = unused(since).stream()
                .filter(item -> item.path("user").asString().equals(person.id()))
                .filter(item -> item.path("role").asString().equals(role))
                .toList();

        assertThat(proposed).hasSize(2);
        proposed.forEach(item -> {
            assertThat(item.path("wouldBreak").asLong()).isZero();
            var done = simulate(item.path("simulation").toString());
            assertThat(done.path("decisions").asLong()).isPositive();
            assertThat(done.path("allowToDeny").path("count").asLong())
                    .as(item.toString())
                    .isZero();
        });
        var both = simulate("""
                {"changes":[{"remove":{"subjects":[{"type":"user","id":"%s","roles":["%s"]}]}}],
                 "decisions":{"subject":"%s"}}
                """.formatted(person.id(), role, person.id()));
        assertThat(both.path("allowToDeny").path("count").asLong()).isEqualTo(3);
    }

    @Test
    void countsTheRightToAskOfWhoeverAsksAboutOthers() {
        var since = since();
        var asking = role("access:evaluate");
        var working = server.join(asking);
        var idle = server.join(asking);

        asks(working.api(), server.join(), "destroy", "planets");

        var unused = unused(since);
        assertThat(rolesOf(unused, working)).containsExactly("user");
        assertThat(rolesOf(unused, idle)).contains(asking);
        assertThat(unused)
                .noneMatch(item -> item.path("kind").asString().equals("rolePermission")
                        && item.path("role").asString().equals(asking));
    }

    @Test
    void saysOfTwoRightsToAskThatEitherWouldDo() {
        var since = since();
        var first = role("access:evaluate");
        var second = role("access:evaluate");
        var working = server.join(first, second);

        asks(working.api(), server.join(), "destroy", "planets");

        assertThat(unused(since))
                .filteredOn(item -> item.path("user").asString().equals(working.id()))
                .filteredOn(item -> !item.path("role").asString().equals("user"))
                .hasSize(2)
                .allMatch(item -> item.path("redundantWith").size() == 1);
    }

    @Test
    void answersForAWalkByItsOwnBeginning() {
        var since = since();
        var walk = auditor()
                .get("/history/unused-grants?since=" + since)
                .expect(200, 202)
                .text("walk");

        var path = "/history/unused-grants?walk=" + walk + "&since=";
        assertThat(auditor().get(path + since).expect(200, 202).text("since")).isEqualTo(since.toString());
        auditor().get(path + since.minusSeconds(60)).expectFault("since");
    }

    private static Instant since() {
        return Instant.now().minusSeconds(1);
    }

    private String role(String permission) {
        var name = Server.name("role");
        server.admin().api().post("/admin/permissions", "{\"name\":\"" + permission + "\"}");
        server.admin()
                .api()
                .post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[\"%s\"]}".formatted(name, permission))
                .expect(201);
        return name;
    }

    private static void asks(Api asker, Person about, String action, String type) {
        asker.post(ASK, """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"1"}}
                """.formatted(about.id(), action, type)).expect(200);
    }

    private static List<String> rolesOf(List<JsonNode> unused, Person person) {
        return unused.stream()
                .filter(item -> item.path("user").asString().equals(person.id()))
                .map(item -> item.path("role").asString())
                .toList();
    }

    private List<JsonNode> unused(Instant since) {
        var first = auditor()
                .get("/history/unused-grants?limit=1000&since=" + since)
                .expect(200);
        var items = new ArrayList<>(first.items());
        var page = first;
        while (!page.json().path("next").isNull()) {
            page = auditor()
                    .get("/history/unused-grants?limit=1000&since=" + since + "&walk=" + first.text("walk") + "&cursor="
                            + page.text("next"))
                    .expect(200);
            items.addAll(page.items());
        }
        return items;
    }

    private JsonNode simulate(String body) {
        var path = "/simulations/"
                + auditor().post("/simulations", body).expect(202).text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !auditor().get(path).text("state").equals("running"));
        return auditor().get(path).expect(200).json();
    }

    private Api auditor() {
        return server.admin().api();
    }
}
