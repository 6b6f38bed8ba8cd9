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

/** Every decision again, and what a change would do before it is made. */
@ParameterizedClass
@EnumSource(Server.class)
class BeforeAChangeTest {

    @Parameter
    Server server;

    @Test
    void decidesARecordedDecisionAgain() {
        var person = server.join("editor");
        person.api().get("/posts").expect(200);
        var refused = person.api().get("/admin/dashboard").expectProblem(403).text("decisionId");
        var allowed = only(decisions(person, "&action=read&resourceType=posts"));

        server.admin()
                .api()
                .delete("/admin/users/" + person.id() + "/roles/user")
                .expect(200, 204);

        for (var id : List.of(refused, allowed)) {
            var again = auditor()
                    .post("/audit/decisions/" + id + "/verify")
                    .expect(200)
                    .json();
            assertThat(again.path("reproduced").asBoolean())
                    .as(again.toString())
                    .isTrue();
            assertThat(again.path("recomputed")).isEqualTo(again.path("recorded"));
            assertThat(again.path("recorded").path("reasons")).isNotEmpty();
        }
        auditor().post("/audit/decisions/nobody/verify").expectProblem(404);
        person.api().post("/audit/decisions/" + allowed + "/verify").expectProblem(403);
    }

    @Test
    void saysOfAnErasedPersonThatNothingCanBeDecidedAgain() {
        var person = server.join();
        person.api().get("/posts").expect(200);
        var read = only(decisions(person, "&action=read&resourceType=posts"));

        server.admin().api().delete("/admin/users/" + person.id()).expect(200, 204);

        var again = auditor()
                .post("/audit/decisions/" + read + "/verify")
                .expect(200)
                .json();
        assertThat(again.path("reproduced").asBoolean()).isFalse();
        assertThat(again.path("outcome").asString()).isEqualTo("erased");
        assertThat(again.path("recomputed").isNull()).isTrue();
    }

    @Test
    void decidesTheWholeJournalAgain() {
        server.join("moderator").api().get("/admin/users").expect(200);

        var all = whole(auditor().post("/audit/verify?reproduce=true").expect(200, 202));

        assertThat(all.path("different").asLong()).as(all.toString()).isZero();
        assertThat(all.path("ok").asBoolean()).isTrue();
        assertThat(all.path("reproduced").asLong()
                        + all.path("notReproducible").path("erased").asLong())
                .isEqualTo(all.path("decisions").asLong());
        assertThat(all.path("engines").isEmpty()).isFalse();
        server.join().api().post("/audit/verify?reproduce=true").expectProblem(403);
    }

    private JsonNode whole(Answer started) {
        var path = started.header("Location");
        if (path.isEmpty()) {
            return started.json();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !auditor().get(path.get()).text("state").equals("running"));
        return auditor().get(path.get()).expect(200).json();
    }

    @Test
    void showsWhatTakingARoleAwayWouldHaveDone() {
        var author = server.join();
        var editor = server.join("editor");
        var post = author.writes("To be edited", true);
        editor.api().put("/posts/" + post, "{\"title\":\"Edited\"}").expect(200);
        editor.api().get("/posts/" + post).expect(200);

        var done = simulate("""
                {"changes":[{"remove":{"subjects":[{"type":"user","id":"%s","roles":["editor"]}]}}],
                 "decisions":{"subject":"%s"}}
                """.formatted(editor.id(), editor.id()));

        assertThat(done.path("decisions").asLong()).isEqualTo(2);
        var flip = only(done.path("flips"));
        assertThat(flip.path("from").asString()).isEqualTo("allow");
        assertThat(flip.path("to").asString()).isEqualTo("deny");
        assertThat(flip.path("was").findValuesAsString("name")).contains("editor");
        assertThat(flip.path("would").findValuesAsString("kind")).contains("default");
        assertThat(done.path("allowToDeny").path("count").asLong()).isEqualTo(1);
        assertThat(done.path("allowToDeny").path("roles").findValuesAsString("key"))
                .containsExactly("editor");
        assertThat(done.path("denyToAllow").path("count").asLong()).isZero();
        var lost = only(done.path("reach").path("lose"));
        assertThat(lost.path("user").asString()).isEqualTo(editor.id());
        assertThat(lost.path("permissions").valueStream().map(JsonNode::asString))
                .contains("posts:update");
        assertThat(done.path("reach").path("gain").isEmpty()).isTrue();
        editor.api().put("/posts/" + post, "{\"title\":\"Edited again\"}").expect(200);
    }

    @Test
    void showsWhatAPolicyWouldHaveAllowed() {
        var author = server.join();
        var reader = server.join();
        var post = author.writes("To be deleted", true);
        reader.api().delete("/posts/" + post).expectProblem(403);
        var policy = Server.name("policy");

        var done = simulate("""
                {"changes":[{"put":{"policies":[{"id":"%s","effect":"allow","resourceType":"posts","actions":["delete"],
                   "condition":"subject.username == '%s'"}]}}],
                 "decisions":{"subject":"%s","decision":"deny","resourceType":"posts"}}
                """.formatted(policy, reader.username(), reader.id()));

        var flip = only(done.path("flips"));
        assertThat(flip.path("to").asString()).isEqualTo("allow");
        assertThat(flip.path("would").findValuesAsString("name")).contains(policy);
        assertThat(done.path("denyToAllow").path("count").asLong()).isEqualTo(1);
        server.admin().api().get("/admin/policies/" + policy).expectProblem(404);
    }

    @Test
    void placesAChangeInThePast() {
        var admin = server.admin().api();
        var person = server.join("moderator");
        person.api().get("/admin/users").expect(200);
        var before = only(decisions(person, "&resourceType=users&action=read"));
        var position =
                admin.get("/audit/decisions/" + before).json().path("position").asLong();
        var other = server.join("moderator");
        person.api().get("/admin/users").expect(200);

        var done = simulate("""
                {"changes":[{"remove":{"subjects":[{"type":"user","id":"%s","roles":["moderator"]}]}}],
                 "decisions":{"subject":"%s","resourceType":"users"},"asOf":"position:%d"}
                """.formatted(person.id(), person.id(), position + 1));

        assertThat(done.path("decisions").asLong()).isEqualTo(2);
        assertThat(only(done.path("flips")).path("decisionId").asString()).isNotEqualTo(before);
        assertThat(done.path("reach").path("lose").findValuesAsString("user"))
                .contains(person.id())
                .doesNotContain(other.id());
    }

    @Test
    void refusesSimulationsThatMeanNothing() {
        var admin = server.admin().api();
        admin.post("/simulations", "{}").expectFault("changes");
        admin.post("/simulations", "{\"changes\":[{\"set\":{}}],\"decisions\":{}}")
                .expectFault("changes[0]");
        admin.post("/simulations", "{\"changes\":[{\"put\":{}}],\"decisions\":{\"who\":\"x\"}}")
                .expectFault("decisions.who");
        admin.post("/simulations", "{\"changes\":[{\"put\":{\"roles\":[{\"name\":\"a b\"}]}}],\"decisions\":{}}")
                .expectFault("changes[0].put.roles[0].name");
        admin.post(
                        "/simulations",
                        "{\"changes\":[{\"put\":{\"roles\":[{\"name\":\"x\",\"permissions\":[\"no:such\"]}]}}]}")
                .expectFault("changes[0].put.roles[0].permissions[0]");
        admin.post("/simulations", "{\"changes\":[{\"put\":{}}],\"asOf\":\"2999-01-01T00:00:00Z\"}")
                .expectFault("asOf");
        admin.get("/simulations/none").expectProblem(404);
        admin.delete("/simulations/none").expectProblem(404);
        server.join().api().post("/simulations", "{\"changes\":[{\"put\":{}}]}").expectProblem(403);
    }

    @Test
    void previewsAWriteWithoutMakingIt() {
        var admin = server.admin().api();
        var author = server.join();
        var editor = server.join("editor");
        var post = author.writes("To be looked at", true);
        editor.api().put("/posts/" + post, "{\"title\":\"Edited\"}").expect(200);
        var path = "/admin/users/" + editor.id() + "/roles/editor";

        var shown = admin.delete(path + "?preview=true").expect(200).json();

        var lost = only(shown.path("reach").path("lose"));
        assertThat(lost.path("user").asString()).isEqualTo(editor.id());
        assertThat(lost.path("permissions").valueStream().map(JsonNode::asString))
                .contains("posts:update");
        assertThat(shown.path("flips").path("allowToDeny").path("count").asLong())
                .isEqualTo(1);
        assertThat(only(shown.path("flips").path("items")).path("action").asString())
                .isEqualTo("update");
        editor.api().put("/posts/" + post, "{\"title\":\"Still an editor\"}").expect(200);
        var guarded =
                decisions(server.admin(), "&action=revoke&resource=editor").get(0);
        assertThat(guarded.path("context").path("preview").asBoolean()).isTrue();
    }

    @Test
    void previewsEveryKindOfWrite() {
        var admin = server.admin().api();
        var person = server.join();
        var name = Server.name("previewed");
        var user = "/admin/users/" + person.id();
        for (var shown : List.of(
                admin.post("/admin/roles?preview=true", "{\"name\":\"" + name + "\",\"permissions\":[\"posts:read\"]}"),
                admin.put("/admin/roles/user/permissions/posts:delete?preview=true", "{}"),
                admin.put("/admin/roles/user/inherits/editor?preview=true", "{}"),
                admin.post("/admin/permissions?preview=true", "{\"name\":\"" + name + ":read\"}"),
                admin.post(user + "/roles/editor?preview=true", "{}"),
                admin.patch(user + "?preview=true", "{\"active\":false}"),
                admin.patch(user + "?preview=true", "{\"attributes\":{\"team\":\"red\"}}"),
                admin.delete(user + "?preview=true"),
                admin.post("/admin/users?preview=true", """
                        {"username":"%s","email":"%s@example.org","password":"%s"}
                        """.formatted(name, name, Server.PASSWORD)),
                admin.put("/admin/policies/" + name + "?preview=true", """
                        {"effect":"deny","resourceType":"posts","actions":["read"]}
                        """),
                admin.post(
                        "/admin/constraints?preview=true",
                        "{\"id\":\"%s\",\"roles\":[\"editor\",\"auditor\"]}".formatted(name)),
                admin.put("/admin/entities/thing/" + name + "?preview=true", "{\"attributes\":{\"level\":1}}"),
                admin.post("/admin/import?preview=true", "{\"roles\":[{\"name\":\"%s\"}]}".formatted(name)))) {
            shown.expect(200);
            assertThat(shown.json().propertyNames()).as(shown.request()).contains("reach", "flips");
        }
        admin.get("/admin/roles/" + name).expectProblem(404);
        admin.get("/admin/policies/" + name).expectProblem(404);
        admin.get("/admin/entities/thing/" + name).expectProblem(404);
        assertThat(admin.get("/admin/users?q=" + name).expect(200).items()).isEmpty();
        admin.get(user).expect(200);
        person.api().delete("/posts/" + server.join().writes("Whole", true)).expectProblem(403);
        person.api().get("/posts").expect(200);
    }

    @Test
    void refusesInAPreviewWhatTheWriteWouldRefuse() {
        var admin = server.admin().api();
        admin.put("/admin/roles/user/inherits/user?preview=true", "{}").expectProblem(409);
        admin.delete("/admin/roles/nobody?preview=true").expectProblem(404);
        admin.post("/admin/roles?preview=true", "{\"name\":\"a b\"}").expectProblem(400);
        admin.delete("/admin/roles/admin?preview=true").expectProblem(409);
        admin.delete("/admin/roles/user?preview=maybe").expectFault("preview");
        server.join().api().delete("/admin/roles/user?preview=true").expectProblem(403);
        admin.get("/admin/roles/user").expect(200);
    }

    @Test
    void asksInAPreviewWhatMustHoldInTheEnd() {
        var admin = server.admin().api();
        var first = Server.name("duty");
        var second = Server.name("duty");
        for (var role : List.of(first, second)) {
            admin.post("/admin/roles", "{\"name\":\"" + role + "\"}").expect(201);
        }
        admin.post("/admin/constraints", "{\"roles\":[\"%s\",\"%s\"]}".formatted(first, second))
                .expect(201);
        var path = "/admin/users/" + server.join(first).id() + "/roles/";

        admin.post(path + second + "?preview=true", "{}").expectProblem(409);
    }

    @Test
    void findsGrantsThatNobodyNeeded() {
        var admin = server.admin().api();
        var since = Instant.now().minusSeconds(1);
        var role = Server.name("second-editor");
        admin.post(
                        "/admin/roles",
                        "{\"name\":\"%s\",\"permissions\":[\"posts:update\",\"posts:publish\"]}".formatted(role))
                .expect(201);
        var single = server.join("editor");
        var twofold = server.join("editor", role);
        var post = server.join().writes("To be edited", true);
        single.api().put("/posts/" + post, "{\"title\":\"Edited\"}").expect(200);
        twofold.api().put("/posts/" + post, "{\"title\":\"Edited again\"}").expect(200);

        var unused = unused(since);

        assertThat(of(unused, single))
                .extracting(item -> item.path("role").asString())
                .containsExactly("user");
        var two = of(unused, twofold);
        assertThat(two)
                .extracting(item -> item.path("role").asString())
                .containsExactlyInAnyOrder("editor", role, "user");
        two.forEach(this::isNotMissed);
        saysWhatElseGivesThePermissionOf(role, unused);
        admin.get("/history/unused-grants").expectFault("since");
        server.join().api().get("/history/unused-grants?since=" + since).expectProblem(403);
    }

    private void isNotMissed(JsonNode item) {
        var others = item.path("redundantWith").findValuesAsString("assignment");
        assertThat(item.path("kind").asString()).isEqualTo("assignment");
        assertThat(others.size()).isEqualTo(item.path("role").asString().equals("user") ? 0 : 1);
        assertThat(others).doesNotContain(item.path("assignment").asString());
        assertThat(simulate(item.path("simulation").toString()).path("flips").size())
                .isZero();
    }

    private static void saysWhatElseGivesThePermissionOf(String role, List<JsonNode> unused) {
        assertThat(unused.stream().filter(item -> item.path("kind").asString().equals("rolePermission")))
                .anySatisfy(item -> {
                    assertThat(item.path("role").asString()).isEqualTo(role);
                    assertThat(item.path("permission").asString()).isEqualTo("posts:update");
                    assertThat(item.path("redundantWith").findValuesAsString("role"))
                            .contains("editor");
                })
                .noneMatch(item -> item.path("role").asString().equals("editor")
                        && item.path("permission").asString().equals("posts:update"));
    }

    private List<JsonNode> unused(Instant since) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = auditor()
                    .get("/history/unused-grants?limit=1000&since=" + since + next)
                    .expect(200);
            items.addAll(page.items());
            next = page.json().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!next.isEmpty());
        return items;
    }

    private static List<JsonNode> of(List<JsonNode> unused, Person person) {
        return unused.stream()
                .filter(item -> item.path("user").asString().equals(person.id()))
                .toList();
    }

    private JsonNode simulate(String body) {
        var started = server.admin().api().post("/simulations", body).expect(202);
        var path = "/simulations/" + started.text("id");
        assertThat(started.header("Location")).hasValue(path);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !server.admin().api().get(path).text("state").equals("running"));
        var done = server.admin().api().get(path).expect(200).json();
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private List<JsonNode> decisions(Person person, String filter) {
        return auditor()
                .get("/audit/decisions?subject=" + person.id() + filter)
                .expect(200)
                .items();
    }

    private static String only(List<JsonNode> records) {
        assertThat(records).hasSize(1);
        return records.get(0).path("id").asString();
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list.size()).as(list.toString()).isEqualTo(1);
        return list.get(0);
    }

    private Api auditor() {
        return server.admin().api();
    }
}
