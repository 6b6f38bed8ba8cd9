package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What simulations refuse, what they take away, and to whom they show themselves. */
@ParameterizedClass
@EnumSource(Server.class)
class SimulationsTest {

    @Parameter
    Server server;

    @Test
    void refusesAUserWhomTheImportWouldRefuse() {
        var person = server.join();
        var other = server.join();
        var wrong = "{\"subjects\":[{\"type\":\"user\",\"id\":\"%s\",\"username\":\"%s\",\"roles\":[\"editor\"]}]}"
                .formatted(person.id(), other.username());
        var admin = server.admin().api();

        admin.post("/admin/import", wrong).expectFault("subjects[0].username");
        admin.post("/simulations", "{\"changes\":[{\"put\":%s}],\"decisions\":{}}".formatted(wrong))
                .expectFault("changes[0].put.subjects[0].username");
        admin.post("/simulations", "{\"changes\":[{\"put\":{}},{\"put\":%s}],\"decisions\":{}}".formatted(wrong))
                .expectFault("changes[1].put.subjects[0].username");
        admin.post(
                        "/simulations",
                        "{\"changes\":[{\"put\":%s}],\"decisions\":{}}"
                                .formatted(wrong.replace(other.username(), person.username())))
                .expect(202);
    }

    @Test
    void takesFromASubjectNoMoreThanIsNamed() {
        var admin = server.admin().api();
        var person = server.join("editor");
        var post = server.join().writes("To be edited", true);
        admin.patch("/admin/users/" + person.id(), "{\"attributes\":{\"team\":\"red\",\"floor\":3}}")
                .expect(200);
        admin.put("/admin/policies/" + Server.name("team"), """
                {"effect":"allow","resourceType":"posts","actions":["archive"],
                 "condition":"subject.attributes.team == 'red' && subject.id == '%s'"}
                """.formatted(person.id()))
                .expect(200, 201);
        for (var action : List.of("update", "archive")) {
            admin.post("/access/v1/evaluation", """
                    {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"posts","id":"%s"}}
                    """.formatted(person.id(), action, post))
                    .expect(200);
        }

        var done = remove(
                "{\"subjects\":[{\"type\":\"user\",\"id\":\"%s\",\"attributes\":{\"team\":\"red\"}}]}"
                        .formatted(person.id()),
                person);

        assertThat(done.path("decisions").asLong()).isEqualTo(2);
        assertThat(done.path("flips").size()).as(done.toString()).isEqualTo(1);
        assertThat(done.path("flips").get(0).path("action").asString()).isEqualTo("archive");
        var deleted = remove("{\"subjects\":[{\"type\":\"user\",\"id\":\"%s\"}]}".formatted(person.id()), person);
        assertThat(deleted.path("flips").size()).isEqualTo(2);
    }

    @Test
    void refusesToTakeAwayPartsOfWhichNoneIsNamed() {
        var admin = server.admin().api();
        for (var nothing : List.of(
                "{\"subjects\":[{\"type\":\"user\",\"username\":\"admin\",\"roles\":[]}]}",
                "{\"roles\":[{\"name\":\"editor\",\"permissions\":[]}]}")) {
            admin.post("/simulations", "{\"changes\":[{\"remove\":%s}],\"decisions\":{}}".formatted(nothing))
                    .expectProblem(400);
        }
    }

    @Test
    void showsASimulationToNobodyButWhoAskedAndAdministrators() {
        var body =
                "{\"changes\":[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}}],\"decisions\":{\"subject\":\"none\"}}";
        var asker = server.join("auditor").api();
        var other = server.join("auditor").api();
        var path =
                "/simulations/" + asker.post("/simulations", body).expect(202).text("id");

        other.get(path).expectProblem(404);
        other.delete(path).expectProblem(404);
        assertThat(ids(other)).doesNotContain(path);
        for (var reader : List.of(asker, server.admin().api())) {
            reader.get(path).expect(200);
            assertThat(ids(reader)).contains(path);
        }
        asker.delete(path).expect(204);
        server.admin().api().delete(path).expect(204);
    }

    @Test
    void addsToARoleAndToAUserAndTakesNothingFromThem() {
        var admin = server.admin().api();
        var role = Server.name("drafter");
        admin.post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[\"posts:update\"]}".formatted(role))
                .expect(201);
        var person = server.join(role);
        admin.patch("/admin/users/" + person.id(), "{\"attributes\":{\"team\":\"red\"}}")
                .expect(200);
        admin.put("/admin/policies/" + Server.name("floor"), """
                {"effect":"allow","resourceType":"posts","actions":["archive"],
                 "condition":"subject.attributes.team == 'red' && subject.attributes.floor == 3 && subject.id == '%s'"}
                """.formatted(person.id()))
                .expect(200, 201);
        var post = server.join().writes("To be worked on", true);
        for (var action : List.of("update", "delete", "publish", "archive")) {
            admin.post("/access/v1/evaluation", """
                    {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"posts","id":"%s"}}
                    """.formatted(person.id(), action, post))
                    .expect(200);
        }

        var done = simulate("""
                [{"add":{"roles":[{"name":"%s","permissions":["posts:delete"],"inherits":["editor"]}]}},
                 {"add":{"subjects":[{"type":"user","id":"%s","attributes":{"floor":3}}]}}]
                """.formatted(role, person.id()), person);

        assertThat(done.path("decisions").asLong()).isEqualTo(4);
        assertThat(done.path("allowToDeny").path("count").asLong()).isZero();
        assertThat(done.path("flips").findValuesAsString("action"))
                .containsExactlyInAnyOrder("delete", "publish", "archive");
    }

    @Test
    void refusesToAddToWhatDoesNotStand() {
        var admin = server.admin().api();
        for (var nobody : List.of(
                "{\"subjects\":[{\"type\":\"user\",\"username\":\"nobody-at-all\",\"roles\":[\"editor\"]}]}",
                "{\"subjects\":[{\"type\":\"user\",\"id\":\"00000000-0000-4000-8000-000000000000\",\"roles\":[\"editor\"]}]}")) {
            admin.post("/simulations", "{\"changes\":[{\"add\":%s}]}".formatted(nobody))
                    .expectFault("changes[0].add.subjects[0]");
        }
        admin.post("/simulations", "{\"changes\":[{\"add\":{\"roles\":[{\"name\":\"none-such\"}]}}]}")
                .expectFault("changes[0].add.roles[0].name");
        admin.post(
                        "/simulations",
                        "{\"changes\":[{\"add\":{\"roles\":[{\"name\":\"editor\",\"permissions\":[\"no:such\"]}]}}]}")
                .expectFault("changes[0].add.roles[0].permissions[0]");
    }

    @Test
    void saysWhatItWasAskedForSoThatItCanBeAskedAgain() {
        var changes = "[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}}]";
        var asked = simulated("""
                {"changes":%s,"asOf":"position:3",
                 "decisions":{"from":"2026-01-01T00:00:00Z","subject":"none","decision":"allow"}}
                """.formatted(changes)).path("asked");

        assertThat(asked.path("changes").toString()).isEqualTo(changes);
        assertThat(asked.path("decisions").toString())
                .isEqualTo("{\"from\":\"2026-01-01T00:00:00Z\",\"subject\":\"none\",\"decision\":\"allow\"}");
        assertThat(asked.path("asOf").asString()).isEqualTo("position:3");
        assertThat(simulated(asked.toString()).path("asked")).isEqualTo(asked);
    }

    @Test
    void takesARoleFromEverybodyWhereItIsPutAgain() {
        var admin = server.admin().api();
        var role = Server.name("remover");
        var heir = Server.name("heir");
        admin.post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[\"posts:update\"]}".formatted(role))
                .expect(201);
        admin.post("/admin/roles", "{\"name\":\"%s\",\"inherits\":[\"%s\"]}".formatted(heir, role))
                .expect(201);
        var post = server.join().writes("To be worked on", true);
        for (var person : List.of(server.join(role), server.join(heir))) {
            asks(person, "update", post);

            var done = simulate("""
                    [{"remove":{"roles":[{"name":"%s"}]}},
                     {"put":{"roles":[{"name":"%s","permissions":["posts:update"]}]}}]
                    """.formatted(role, role), person);

            assertThat(done.path("allowToDeny").path("count").asLong()).isEqualTo(1);
        }
    }

    @Test
    void checksEachChangeAgainstWhatTheOnesBeforeItLeave() {
        var person = server.join();
        var one = Server.name("one");
        refuses(
                "[{\"put\":{}},{\"put\":{\"subjects\":[{\"type\":\"user\",\"id\":\"%s\",\"roles\":[\"editor\",\"none-such\"]}]}}]"
                        .formatted(person.id()),
                "changes[1].put.subjects[0].roles[1]");
        refuses(
                "[{\"put\":{}},{\"put\":{\"roles\":[{\"name\":\"%s\",\"permissions\":[\"*:read\",\"no:such\"]}]}}]"
                        .formatted(one),
                "changes[1].put.roles[0].permissions[1]");
        refuses(
                "[{\"put\":{}},{\"put\":{\"roles\":[{\"name\":\"%s\",\"inherits\":[\"none-such\"]}]}}]".formatted(one),
                "changes[1].put.roles[0].inherits[0]");
        refuses(
                "[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}},"
                        + "{\"put\":{\"policies\":[{\"id\":\"p\",\"effect\":\"allow\",\"resourceType\":\"posts\","
                        + "\"actions\":[\"read\"],\"roles\":[\"editor\"]}]}}]",
                "changes[1].put.policies[0].roles[0]");
    }

    @Test
    void checksEachChangeAgainstWhatTheOnesBeforeItMake() {
        var person = server.join();
        var one = Server.name("one");
        var two = Server.name("two");
        refuses("""
                [{"put":{"roles":[{"name":"%1$s"},{"name":"%2$s","inherits":["%1$s"]}]}},
                 {"put":{"roles":[{"name":"%1$s","inherits":["%2$s"]}]}}]
                """.formatted(one, two), "changes[1].put.roles[0].inherits");
        refuses("""
                [{"remove":{"subjects":[{"type":"user","id":"%1$s"}]}},
                 {"put":{"subjects":[{"type":"user","id":"%1$s","username":"%2$s","roles":["editor"]}]}}]
                """.formatted(person.id(), person.username()), "changes[1].put.subjects[0].id");
        refuses("""
                [{"remove":{"subjects":[{"type":"user","id":"%1$s"}]}},
                 {"put":{"subjects":[{"type":"user","id":"%1$s","roles":["editor"]}]}}]
                """.formatted(person.id()), "changes[1].put.subjects[0]");
        accepts("""
                [{"put":{"roles":[{"name":"%1$s","permissions":["posts:read"]}],
                         "subjects":[{"type":"user","username":"%2$s","roles":[]}]}},
                 {"put":{"roles":[{"name":"%3$s","inherits":["%1$s"]}]}},
                 {"add":{"subjects":[{"type":"user","username":"%2$s","roles":["%3$s"]}]}},
                 {"remove":{"roles":[{"name":"%1$s","permissions":["posts:read"]}],
                            "subjects":[{"type":"user","username":"%2$s","roles":["%3$s"]}]}}]
                """.formatted(one, Server.name("new"), two));
    }

    @Test
    void checksChangesOfThePastAgainstWhatStoodThen() {
        var admin = server.admin().api();
        var role = Server.name("late");
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(role)).expect(201);
        var body =
                "{\"changes\":[{\"put\":{\"subjects\":[{\"type\":\"service\",\"id\":\"s\",\"roles\":[\"%s\"]}]}}]%s}";

        admin.post("/simulations", body.formatted(role, ",\"asOf\":\"position:3\""))
                .expectFault("changes[0].put.subjects[0].roles[0]");
        simulated(body.formatted(role, ""));
    }

    @Test
    void refusesToTakeAwayWhatNeverStood() {
        var admin = server.admin().api();
        var person = server.join("editor");
        refuses("[{\"remove\":{\"roles\":[{\"name\":\"edtor\"}]}}]", "changes[0].remove.roles[0].name");
        refuses(
                "[{\"remove\":{\"roles\":[{\"name\":\"editor\",\"permissions\":[\"posts:edit\"]}]}}]",
                "changes[0].remove.roles[0].permissions[0]");
        refuses(
                "[{\"remove\":{\"roles\":[{\"name\":\"editor\",\"inherits\":[\"admin\"]}]}}]",
                "changes[0].remove.roles[0].inherits[0]");
        refuses(
                "[{\"remove\":{\"permissions\":[{\"name\":\"posts:edit\"}]}}]",
                "changes[0].remove.permissions[0].name");
        refuses("[{\"remove\":{\"policies\":[{\"id\":\"none-such\"}]}}]", "changes[0].remove.policies[0].id");
        refuses("[{\"remove\":{\"constraints\":[{\"id\":\"none-such\"}]}}]", "changes[0].remove.constraints[0].id");
        refuses(
                "[{\"remove\":{\"entities\":[{\"type\":\"reports\",\"id\":\"none-such\"}]}}]",
                "changes[0].remove.entities[0].id");
        var subject = "[{\"remove\":{\"subjects\":[{\"type\":\"user\",\"id\":\"" + person.id() + "\",%s}]}}]";
        refuses(subject.formatted("\"roles\":[\"editor\",\"moderator\"]"), "changes[0].remove.subjects[0].roles[1]");
        refuses(
                subject.formatted("\"roles\":[{\"role\":\"editor\",\"networks\":[\"10.0.0.0/8\"]}]"),
                "changes[0].remove.subjects[0].roles[0]");
        refuses(
                subject.formatted("\"attributes\":{\"team\":\"red\"}"),
                "changes[0].remove.subjects[0].attributes.team");
        var role = Server.name("once");
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(role)).expect(201);
        admin.delete("/admin/roles/" + role).expect(204);
        accepts("[{\"remove\":{\"roles\":[{\"name\":\"%s\"}]}}]".formatted(role));
    }

    @Test
    void refusesDecisionsThatTheLogRefusesToSearchFor() {
        var admin = server.admin().api();
        admin.post("/simulations", """
                {"changes":[{"put":{}}],"decisions":{"channel":"post","reason":"whim",
                 "from":"2026-01-02T00:00:00Z","to":"2026-01-02T00:00:00Z"}}
                """)
                .expectFault("decisions.channel")
                .expectFault("decisions.reason")
                .expectFault("decisions.to");
        for (var wrong : List.of("channel=post", "reason=whim", "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")) {
            admin.get("/audit/decisions?" + wrong).expectProblem(400);
        }
    }

    @Test
    void reproducesTheJournalOnlyWhereItIsAskedTo() {
        var admin = server.admin().api();
        for (var unclear : List.of("yes", "TRUE", "1", "")) {
            assertThat(admin.post("/audit/verify?reproduce=" + unclear)
                            .expectFault("reproduce")
                            .body())
                    .contains("`true` or `false`");
        }
        admin.post("/audit/verify?reproduce=false").expect(200, 202);
    }

    private void refuses(String changes, String field) {
        server.admin()
                .api()
                .post("/simulations", "{\"changes\":" + changes + "}")
                .expectFault(field);
    }

    private void accepts(String changes) {
        simulated("{\"changes\":" + changes + "}");
    }

    private void asks(Person person, String action, String post) {
        server.admin()
                .api()
                .post("/access/v1/evaluation", """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"posts","id":"%s"}}
                """.formatted(person.id(), action, post))
                .expect(200);
    }

    private static List<String> ids(Api reader) {
        return reader.get("/simulations").expect(200).items().stream()
                .map(item -> "/simulations/" + item.path("id").asString())
                .toList();
    }

    private JsonNode remove(String catalogue, Person person) {
        return simulate("[{\"remove\":" + catalogue + "}]", person);
    }

    private JsonNode simulate(String changes, Person person) {
        return simulated("""
                {"changes":%s,"decisions":{"subject":"%s","requester":"%s"}}
                """.formatted(changes, person.id(), server.admin().id()));
    }

    /** What it came to. Each is waited for, since only two run at once. */
    private JsonNode simulated(String body) {
        var admin = server.admin().api();
        var path =
                "/simulations/" + admin.post("/simulations", body).expect(202).text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !admin.get(path).text("state").equals("running"));
        return admin.get(path).expect(200).json();
    }
}
