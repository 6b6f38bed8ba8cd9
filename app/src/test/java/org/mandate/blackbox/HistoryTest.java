package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What was, what changed, and what would have been answered then. */
@ParameterizedClass
@EnumSource(Server.class)
class HistoryTest {

    @Parameter
    Server server;

    @Test
    void refusesMoreQuestionsAboutThePastThanItCanHoldAtOnce() {
        var admin = server.admin();
        var body = """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"read"},"context":{"x":"%s"},"evaluations":[%s]}
                """.formatted(
                        admin.id(),
                        "x".repeat(60_000),
                        String.join(",", Collections.nCopies(300, "{\"resource\":{\"type\":\"posts\",\"id\":\"i\"}}")));

        var refused = admin.api().post("/history/evaluations", body).expectProblem(413);

        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("evaluations");
    }

    @Test
    void answersWhatSomebodyCouldDoAtAnyMoment() {
        var admin = server.admin().api();
        var person = server.join();
        var before = position(admin.get("/history/users/" + person.id() + "/access"));
        var given = admin.post("/admin/users/" + person.id() + "/roles/moderator", "{\"reason\":\"stands in for Max\"}")
                .expect(201, 200);
        var revoked =
                admin.delete("/admin/users/" + person.id() + "/roles/moderator").expect(204);

        var then = admin.get("/history/users/" + person.id() + "/access?at=position:" + position(given))
                .expect(200);
        assertThat(names(then.json().path("roles"), "role")).containsExactlyInAnyOrder("user", "moderator");
        var role = then.json()
                .path("roles")
                .valueStream()
                .filter(one -> one.path("role").asString().equals("moderator"))
                .findFirst()
                .orElseThrow();
        assertThat(role.path("assignment").asString()).isEqualTo(given.text("id"));
        assertThat(role.path("by").asString()).isEqualTo(server.admin().id());
        assertThat(role.path("since").asString()).isEqualTo(given.text("grantedAt"));
        assertThat(names(then.json().path("permissions"), "name")).contains("posts:delete", "posts:read");
        assertThat(then.json().path("active").asBoolean()).isTrue();
        assertThat(then.header("Mandate-Position")).hasValue(position(given));

        for (var moment : List.of("position:" + before, "position:" + position(revoked))) {
            var other = admin.get("/history/users/" + person.id() + "/access?at=" + moment)
                    .expect(200);
            assertThat(names(other.json().path("roles"), "role")).containsExactly("user");
            assertThat(names(other.json().path("permissions"), "name")).doesNotContain("posts:delete");
        }
        var at = then.text("at");
        assertThat(names(
                        admin.get("/history/users/" + person.id() + "/access?at=" + at)
                                .json()
                                .path("roles"),
                        "role"))
                .contains("moderator");
    }

    @Test
    void decidesAsOfThenWithReasons() {
        var admin = server.admin().api();
        var person = server.join();
        var given = admin.post("/admin/users/" + person.id() + "/roles/moderator", "{}")
                .expect(201, 200);
        admin.delete("/admin/users/" + person.id() + "/roles/moderator").expect(204);
        var question = """
                {"at":"position:%s","subject":{"type":"user","id":"%s"},"action":{"name":"delete"},
                 "resource":{"type":"posts","id":"any"}}
                """;

        var then = admin.post("/history/evaluations", question.formatted(position(given), person.id()))
                .expect(200);
        assertThat(then.text("decision")).isEqualTo("allow");
        assertThat(then.json().path("reasons").get(0).path("kind").asString()).isEqualTo("role");
        assertThat(then.json().path("position").asString()).isEqualTo(position(given));
        var many = admin.post("/history/evaluations", """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"delete"},
                 "evaluations":[{"resource":{"type":"posts","id":"any"}},
                                {"resource":{"type":"posts","id":"any"},"action":{"name":"read"}}]}
                """.formatted(person.username()))
                .expect(200);
        assertThat(names(many.json().path("evaluations"), "decision")).containsExactly("deny", "allow");
    }

    @Test
    void judgesValiditiesAtTheMoment() {
        var admin = server.admin().api();
        var person = server.join();
        var given = admin.post("/admin/users/" + person.id() + "/roles/moderator", """
                {"validFrom":"2001-01-01T00:00:00Z","validUntil":"2002-01-01T00:00:00Z"}
                """)
                .expect(201, 200);
        var question = """
                {"at":"position:%s","instant":"%s","subject":{"type":"user","id":"%s"},"action":{"name":"delete"},
                 "resource":{"type":"posts","id":"any"}}
                """;

        assertThat(admin.post(
                                "/history/evaluations",
                                question.formatted(position(given), "2001-06-01T00:00:00Z", person.id()))
                        .expect(200)
                        .text("decision"))
                .isEqualTo("allow");
        assertThat(admin.post(
                                "/history/evaluations",
                                question.formatted(position(given), "2002-01-01T00:00:00Z", person.id()))
                        .expect(200)
                        .text("decision"))
                .isEqualTo("deny");
    }

    @Test
    void tellsEveryChangeThatReachedSomebody() {
        var admin = server.admin().api();
        var role = Server.name("role");
        var heir = Server.name("heir");
        var permission = Server.name("things") + ":open";
        admin.post("/admin/permissions", "{\"name\":\"" + permission + "\"}").expect(201);
        for (var name : List.of(role, heir)) {
            admin.post("/admin/roles", "{\"name\":\"" + name + "\",\"permissions\":[],\"inherits\":[]}")
                    .expect(201);
        }
        var person = server.join(heir);
        var inherited = position(admin.put("/admin/roles/" + heir + "/inherits/" + role));
        var granted = position(admin.put("/admin/roles/" + role + "/permissions/" + permission));
        var denied = position(admin.put("/admin/policies/" + Server.name("policy"), """
                {"effect":"deny","resourceType":"%s","actions":["open"],"roles":["%s"]}
                """.formatted(
                        permission.split(":")[0], heir)));

        var items = admin.get("/history/users/" + person.id() + "/timeline?limit=1000")
                .expect(200)
                .items();
        assertThat(change(items, granted).path("gained"))
                .extracting(JsonNode::asString)
                .containsExactly(permission);
        assertThat(change(items, granted).path("by").asString())
                .isEqualTo(server.admin().id());
        assertThat(change(items, denied).path("lost"))
                .extracting(JsonNode::asString)
                .containsExactly(permission);
        assertThat(items).noneMatch(item -> item.path("position").asString().equals(inherited));
        assertThat(items.get(0).path("type").asString()).isEqualTo("UserRegistered");

        differenceAndHolders(person, permission, inherited, granted);
        flipsAndRole(person, permission, heir, granted, denied);
    }

    private void differenceAndHolders(Person person, String permission, String inherited, String granted) {
        var admin = server.admin().api();
        var diff = admin.get("/history/users/" + person.id() + "/diff?from=position:" + inherited + "&to=position:"
                        + granted)
                .expect(200)
                .json();
        assertThat(diff.path("gained")).extracting(JsonNode::asString).containsExactly(permission);
        assertThat(diff.path("lost")).isEmpty();
        assertThat(names(diff.path("events"), "position")).containsExactly(granted);

        var holders = admin.get("/history/permissions/" + permission + "/holders?limit=1000&at=position:" + granted)
                .expect(200)
                .items();
        assertThat(holders).extracting(item -> item.path("id").asString()).contains(person.id());
        assertThat(admin.get("/history/permissions/" + permission + "/holders?limit=1000&at=position:" + inherited)
                        .items())
                .extracting(item -> item.path("id").asString())
                .doesNotContain(person.id());
    }

    private void flipsAndRole(Person person, String permission, String heir, String granted, String denied) {
        var admin = server.admin().api();
        var flips = admin.post(
                        "/history/flips", """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"open"},"resource":{"type":"%s","id":"1"}}
                """.formatted(person.id(), permission.split(":")[0]))
                .expect(200);
        assertThat(flips.items())
                .extracting(item -> item.path("position").asString())
                .containsExactly(granted, denied);
        assertThat(names(flips.json().path("items"), "decision")).containsExactly("allow", "deny");
        assertThat(flips.items().get(0).path("event").path("type").asString()).isEqualTo("RolePermissionGranted");
        assertThat(flips.json().path("complete").asBoolean()).isTrue();

        var role =
                admin.get("/history/roles/" + heir + "?at=position:" + granted).expect(200);
        assertThat(role.json().path("effectivePermissions"))
                .extracting(JsonNode::asString)
                .containsExactly(permission);
        assertThat(admin.get("/history/roles/" + heir + "/timeline").expect(200).items())
                .anyMatch(item -> item.path("position").asString().equals(granted)
                        && item.path("gained").get(0).asString().equals(permission));
        admin.get("/history/roles/" + heir + "?at=position:1").expectProblem(404);
    }

    @Test
    void searchesThePast() {
        var admin = server.admin().api();
        var person = server.join();
        var given = admin.post("/admin/users/" + person.id() + "/roles/moderator", "{}")
                .expect(201, 200);
        var revoked =
                admin.delete("/admin/users/" + person.id() + "/roles/moderator").expect(204);
        var who = """
                {"at":"position:%s","subject":{"type":"user"},"action":{"name":"delete"},"resource":{"type":"posts","id":"x"}}
                """;

        assertThat(names(
                        admin.post("/history/search/subject", who.formatted(position(given)))
                                .expect(200)
                                .json()
                                .path("results"),
                        "id"))
                .contains(person.id());
        assertThat(names(
                        admin.post("/history/search/subject", who.formatted(position(revoked)))
                                .expect(200)
                                .json()
                                .path("results"),
                        "id"))
                .doesNotContain(person.id());
        assertThat(names(
                        admin.post("/history/search/action", """
                                {"at":"position:%s","subject":{"type":"user","id":"%s"},"resource":{"type":"posts","id":"x"}}
                                """.formatted(position(given), person.id()))
                                .expect(200)
                                .json()
                                .path("results"),
                        "name"))
                .contains("delete");
        admin.post("/history/search/resource", """
                {"at":"position:%s","subject":{"type":"user","id":"%s"},"action":{"name":"read"},"resource":{"type":"posts"}}
                """.formatted(position(given), person.id()))
                .expect(200);
    }

    @Test
    void tellsTheEventsAndNothingSealed() {
        var admin = server.admin().api();
        var person = server.join();
        person.writes("A secret title", false);
        admin.post("/admin/users/" + person.id() + "/roles/moderator", "{\"reason\":\"asked for it\"}")
                .expect(201, 200);

        var about =
                admin.get("/history/events?limit=1000&subject=" + person.id()).expect(200);
        assertThat(names(about.json().path("items"), "type"))
                .containsExactly("UserRegistered", "RoleAssigned", "RoleAssigned");
        assertThat(about.items().get(2).path("reason").asString()).isEqualTo("asked for it");
        assertThat(about.items().get(2).path("by").asString())
                .isEqualTo(server.admin().id());
        assertThat(about.body()).doesNotContain("sealedProfile", person.username());
        assertThat(admin.get("/history/events?limit=1000&type=PostCreated").body())
                .doesNotContain("secret");

        var all = admin.get("/history/events?limit=7").expect(200);
        var next =
                admin.get("/history/events?limit=7&cursor=" + all.text("next")).expect(200);
        assertThat(next.items().get(0).path("position").asInt()).isEqualTo(8);
        assertThat(admin.get("/history/events?from=position:3&to=position:5").items())
                .extracting(item -> item.path("position").asInt())
                .containsExactly(3, 4);
        admin.get("/history/events?from=position:5&to=position:5").expectFault("to");
        admin.get("/history/events?from=2026-11-22T12:00:00Z&to=2026-11-21T12:00:00Z")
                .expectFault("to");
    }

    @Test
    void answersForTheErasedByIdAndWithoutAName() {
        var admin = server.admin().api();
        var person = server.join("moderator");
        var before = position(admin.get("/history/users/" + person.id() + "/access"));
        admin.delete("/admin/users/" + person.id()).expect(204);

        var then = admin.get("/history/users/" + person.id() + "/access?at=position:" + before)
                .expect(200);
        assertThat(names(then.json().path("roles"), "role")).contains("moderator");
        assertThat(admin.get("/history/users/" + person.id() + "/access")
                        .expect(200)
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        var timeline = admin.get("/history/users/" + person.id() + "/timeline?limit=1000")
                .expect(200);
        assertThat(timeline.body()).doesNotContain(person.username());
        var holder =
                admin.get("/history/permissions/posts:delete/holders?limit=1000&at=position:" + before).items().stream()
                        .filter(item -> item.path("id").asString().equals(person.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(holder.path("username").isNull()).isTrue();
    }

    @Test
    void refusesTheFutureAndWhatIsNoMoment() {
        var admin = server.admin().api();
        var path = "/history/users/" + server.admin().id() + "/access?at=";
        for (var wrong :
                List.of("position:999999999", "2999-01-01T00:00:00Z", "yesterday", "position:-1", "position:")) {
            admin.get(path + wrong).expectFault("at");
        }
        admin.get("/history/users/nobody-at-all/access").expectProblem(404);
        admin.get("/history/users/nobody-at-all/timeline").expectProblem(404);
        admin.get("/history/events?type=Unheard").expectFault("type");
        admin.get("/history/events?from=position:999999999").expectFault("from");
        admin.get("/history/events?limit=0").expectFault("limit");
        admin.get("/history/events?cursor=%25").expectFault("cursor");
        admin.post("/history/evaluations", "{\"at\":\"position:1\"}").expectFault("subject");
        admin.post("/history/evaluations", """
                {"when":"now","subject":{"type":"user","id":"x"},"action":{"name":"a"},"resource":{"type":"b","id":"c"}}
                """).expectFault("when");
        admin.post("/history/evaluations", """
                {"at":"%s","instant":"2020-01-01T00:00:00Z","subject":{"type":"user","id":"x"},"action":{"name":"a"},
                 "resource":{"type":"b","id":"c"}}
                """.formatted(Instant.EPOCH)).expectFault("instant");
    }

    @Test
    void isForThoseWhoMayReadHistory() {
        var auditor = server.join("auditor");
        var user = server.join();
        for (var path : List.of(
                "/history/events",
                "/history/users/" + user.id() + "/access",
                "/history/users/" + user.id() + "/timeline",
                "/history/users/" + user.id() + "/diff",
                "/history/roles/user",
                "/history/roles/user/timeline",
                "/history/permissions/posts:read/holders")) {
            auditor.api().get(path).expect(200);
            user.api().get(path).expectProblem(403);
            server.api().get(path).expectProblem(401);
        }
        var decision = server.admin()
                .api()
                .get("/audit/decisions?subject=" + user.id() + "&decision=deny&action=read-past-access")
                .items();
        assertThat(decision).hasSize(1);
        assertThat(decision.get(0).path("requester").path("id").asString()).isEqualTo(user.id());
    }

    private static JsonNode change(List<JsonNode> items, String position) {
        return items.stream()
                .filter(item -> item.path("position").asString().equals(position))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode items, String member) {
        return items.valueStream().map(item -> item.path(member).asString()).toList();
    }

    private static String position(Answer answer) {
        return answer.header("Mandate-Position").orElseThrow();
    }

    /** At no moment, and from the very next answer on. */
    @Test
    void tellsTheNameOfAnErasedPersonNoMore() {
        var admin = server.admin().api();
        var person = server.join("moderator");
        var holders = "/history/permissions/posts:delete/holders?limit=200&at=position:"
                + position(admin.get("/history/users/" + person.id() + "/access"));
        assertThat(admin.get(holders).expect(200).body()).contains("\"" + person.username() + "\"");

        admin.delete("/admin/users/" + person.id()).expect(204);

        assertThat(admin.get(holders).expect(200).body()).contains(person.id()).doesNotContain(person.username());
    }
}
