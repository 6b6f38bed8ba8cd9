package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Single questions, asked as if a change were made. */
@ParameterizedClass
@EnumSource(Server.class)
class ProposedQuestionsTest {

    private static final String QUESTION = """
            "subject":{"type":"user","id":"%s"},"action":{"name":"delete"},"resource":{"type":"posts","id":"%s"},
            "context":{"ip":"10.0.0.7"}
            """;

    @Parameter
    Server server;

    @Test
    void answersAsIfAPolicyWereInForceAndLeavesEverythingAsItIs() {
        var reader = server.join();
        var post = server.join().writes("To be deleted", true);
        var policy = Server.name("policy");

        var answer = ask("""
                {"changes":[{"put":{"policies":[{"id":"%s","effect":"allow","resourceType":"posts","actions":["delete"],
                   "condition":"subject.username == '%s' && ipIn(context.ip, '10.0.0.0/8')"}]}}],
                """.formatted(policy, reader.username()) + QUESTION.formatted(reader.username(), post) + "}");

        assertThat(answer.path("now").path("decision").asString()).isEqualTo("deny");
        assertThat(answer.path("would").path("decision").asString()).isEqualTo("allow");
        assertThat(answer.path("would").path("reasons").findValuesAsString("name"))
                .contains(policy);
        assertThat(answer.path("would").path("sentence").asString()).isNotEmpty();
        assertThat(answer.path("would").path("tree").path("outcome").asString()).isEqualTo("met");
        assertThat(answer.path("would").path("tree").toString()).contains(policy);
        server.admin().api().get("/admin/policies/" + policy).expectProblem(404);
        reader.api().delete("/posts/" + post).expectProblem(403);
    }

    @Test
    void answersAsIfSomethingWereTakenAway() {
        var author = server.join();
        var post = author.writes("Of mine", true);

        var answer = ask("""
                {"changes":[{"put":{"policies":[{"id":"freeze","effect":"deny","resourceType":"posts","actions":["delete"]}]}}],
                """ + QUESTION.formatted(author.username(), post) + "}");

        assertThat(answer.path("now").path("decision").asString()).isEqualTo("allow");
        assertThat(answer.path("would").path("decision").asString()).isEqualTo("deny");
    }

    @Test
    void isRecordedAsTheTrialThatItIs() {
        var asker = server.join("auditor");
        asker.api()
                .post(
                        "/simulations/evaluations",
                        "{\"changes\":[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}}],"
                                + QUESTION.formatted(asker.username(), "1") + "}")
                .expect(200);

        var records = server.admin()
                .api()
                .get("/audit/decisions?resourceType=access&subject=" + asker.id())
                .expect(200)
                .items();

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.path("action").asString()).isEqualTo("simulate");
            assertThat(record.path("resource").path("type").asString()).isEqualTo("access");
        });
    }

    @Test
    void namesThePlaceOfEachFault() {
        var admin = server.admin().api();
        var question = QUESTION.formatted("admin", "1") + "}";
        admin.post("/simulations/evaluations", """
                        {"changes":[{"put":{"policies":[{"id":"x","effect":"allow","resourceType":"posts","actions":["*"],
                           "condition":"subject.id =="}]}}],
                        """ + question).expectFault("changes[0].put.policies[0].condition");
        admin.post("/simulations/evaluations", "{\"changes\":[]," + question).expectFault("changes");
        admin.post("/simulations/evaluations", "{\"changes\":[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}}]}")
                .expectFault("subject");
        server.join()
                .api()
                .post(
                        "/simulations/evaluations",
                        "{\"changes\":[{\"remove\":{\"roles\":[{\"name\":\"editor\"}]}}]," + question)
                .expectProblem(403);
    }

    private JsonNode ask(String body) {
        return server.admin()
                .api()
                .post("/simulations/evaluations", body)
                .expect(200)
                .json();
    }
}
