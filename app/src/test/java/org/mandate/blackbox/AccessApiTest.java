package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Server.class)
class AccessApiTest {

    private static final String PATH = "/access/v1/evaluation";

    @Parameter
    Server server;

    @Test
    void answersAGatewayAboutAnybody() {
        var gateway = server.join("gateway").api();
        var moderator = server.join("moderator");

        assertThat(gateway.post(PATH, ask("user", moderator.id(), "delete"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":true}");
        assertThat(gateway.post(PATH, ask("user", moderator.username(), "delete"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":true}");
        assertThat(gateway.post(PATH, ask("user", moderator.id(), "publish"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":false}");
        assertThat(gateway.post(PATH, ask("user", "nobody-at-all", "read"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":false}");
        assertThat(gateway.post(PATH, ask("robot", "r2", "read")).expect(200).body())
                .isEqualTo("{\"decision\":false}");
    }

    @Test
    void asksAboutTheOneWhoHasTheNameNow() {
        var gateway = server.join("gateway").api();
        var first = server.join("moderator");
        var question = ask("user", first.username(), "delete");
        assertThat(gateway.post(PATH, question).expect(200).body()).isEqualTo("{\"decision\":true}");

        server.admin().api().delete("/admin/users/" + first.id()).expect(204);
        assertThat(gateway.post(PATH, question).expect(200).body()).isEqualTo("{\"decision\":false}");

        var second = server.admin()
                .api()
                .post("/admin/users", """
                {"username":"%s","email":"%s@example.com","roles":["moderator"]}
                """.formatted(first.username(), first.username()))
                .expect(201);
        assertThat(gateway.post(PATH, question).expect(200).body()).isEqualTo("{\"decision\":true}");
        assertThat(gateway.post(PATH, ask("user", second.text("id"), "delete"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":true}");
    }

    @Test
    void explainsADenialAsATreeWithWhatWouldHelp() {
        var user = server.join();
        var question = ask("user", user.id(), "delete").replace("\"context\":{}", "\"context\":{\"explain\":true}");

        var why = user.api().post(PATH, question).expect(200).json().path("context");

        assertThat(why.path("sentence").asString()).startsWith("Denied: no valid assignment gives `posts:delete`");
        assertThat(why.path("tree").path("outcome").asString()).isEqualTo("not met");
        assertThat(why.path("tree").path("children").size()).isPositive();
        assertThat(why.path("wouldAllow").get(0).asString()).contains("`posts:delete`", "`moderator`");
    }

    @Test
    void recordsTheQuestionOfAGatewayOnce() {
        var gateway = server.join("gateway");
        var user = server.join();
        var question = ask("user", user.username(), "read")
                .replace("\"context\":{}", "\"context\":{\"explain\":true,\"ip\":\"192.0.2.7\"}");

        var answer = gateway.api().post(PATH, question).expect(200).json();

        assertThat(answer.path("decision").asBoolean()).isTrue();
        assertThat(answer.path("context").path("position").asLong()).isPositive();
        assertThat(answer.path("context").path("reasons").get(0).path("kind").asString())
                .isEqualTo("role");
        var records = server.admin()
                .api()
                .get("/audit/decisions?requester=" + gateway.id())
                .expect(200)
                .items();
        assertThat(records).hasSize(1);
        assertThat(records.get(0).path("id")).isEqualTo(answer.path("context").path("id"));
        assertThat(records.get(0).path("subject").path("id").asString()).isEqualTo(user.id());
        assertThat(records.get(0).path("channel").asString()).isEqualTo("access-api");
    }

    @Test
    void answersAnybodyAboutThemselves() {
        var user = server.join();

        assertThat(user.api()
                        .post(PATH, ask("user", user.id(), "read"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":true}");
        assertThat(user.api()
                        .post(PATH, ask("user", user.username(), "delete"))
                        .expect(200)
                        .body())
                .isEqualTo("{\"decision\":false}");
    }

    @Test
    void refusesQuestionsAboutOthersAndRecordsTheRefusal() {
        var user = server.join();
        var refused =
                user.api().post(PATH, ask("user", server.admin().id(), "read")).expectProblem(403);

        var record = server.admin()
                .api()
                .get("/audit/decisions/" + refused.text("decisionId"))
                .expect(200)
                .json();
        assertThat(record.path("subject").path("id").asString()).isEqualTo(user.id());
        assertThat(record.path("decision").asString()).isEqualTo("deny");
        assertThat(server.admin()
                        .api()
                        .get("/audit/decisions?subject=" + user.id())
                        .items())
                .hasSize(1);
        server.join("gateway")
                .with("posts:read")
                .post(PATH, ask("user", user.id(), "read"))
                .expectProblem(403);
        server.api().post(PATH, ask("user", user.id(), "read")).expectProblem(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"subject\":\"alice\",\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":123},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":null},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"},\"context\":[]}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}} {}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"\\ud800\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}"
            })
    void refusesWhatIsNoQuestion(String body) {
        server.admin().api().post(PATH, body).expectProblem(400);
    }

    @Test
    void takesWhatTheStandardLeavesOpen() {
        var admin = server.admin().api();
        admin.post(PATH, """
                {"subject":{"type":"user","id":"a","properties":null,"extra":1},"action":{"name":"read","properties":{}},
                 "resource":{"type":"posts","id":"","properties":{"a":[1,null,{"b":2.5}],"n":null}},
                 "context":{"time":"2025-06-27T18:03-07:00"},"unknown":{"x":[]}}
                """).expect(200);
        admin.send(
                        "POST",
                        PATH,
                        BodyPublishers.ofString(ask("user", "x\\u0000y", "read")),
                        "Content-Type",
                        "application/json; charset=utf-8")
                .expect(200);
        admin.post(PATH, ask("user", "x".repeat(5000), "read")).expect(200);
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        var admin = server.admin().api();
        var question = BodyPublishers.ofString(ask("user", "a", "read"));

        admin.send("POST", PATH, question, "Content-Type", "text/plain").expectProblem(400);
        admin.send("POST", PATH, question).expectProblem(400);
        admin.get(PATH).expectProblem(405);
    }

    @Test
    void returnsTheRequestIdThatItWasGiven() {
        var admin = server.admin().api();

        assertThat(admin.post(PATH, ask("user", "a", "read"), "X-Request-ID", "abc-1")
                        .header("X-Request-ID"))
                .hasValue("abc-1");
        assertThat(admin.post(PATH, "{", "X-Request-ID", "abc-2").header("X-Request-ID"))
                .hasValue("abc-2");
        assertThat(server.api().post(PATH, "{", "X-Request-ID", "abc-3").header("X-Request-ID"))
                .hasValue("abc-3");
    }

    private static String ask(String type, String id, String action) {
        return """
                {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},
                 "resource":{"type":"posts","id":"any"},"context":{}}
                """.formatted(type, id, action);
    }
}
