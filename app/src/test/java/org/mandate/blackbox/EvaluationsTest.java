package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many questions in one request. */
@ParameterizedClass
@EnumSource(Server.class)
class EvaluationsTest {

    private static final String PATH = "/access/v1/evaluations";
    private static final String YES = "{\"decision\":true}";
    private static final String NO = "{\"decision\":false}";

    @Parameter
    Server server;

    @Test
    void answersEachItemInItsOrder() {
        var moderator = server.join("moderator");

        assertThat(ask(moderator, "", "{\"action\":{\"name\":\"delete\"}}", "{\"action\":{\"name\":\"publish\"}}"))
                .isEqualTo(evaluations(YES, NO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"evaluations\":[]", ",\"evaluations\":null"})
    void answersARequestWithoutItemsAsASingleOne(String evaluations) {
        var moderator = server.join("moderator");
        var body = """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"delete"},"resource":{"type":"posts","id":"any"}%s}
                """.formatted(moderator.id(), evaluations);

        assertThat(gateway().post(PATH, body).expect(200).body()).isEqualTo(YES);
        gateway().post(PATH, "{\"evaluations\":[]}").expectFault("subject");
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all, 'delete publish delete publish', 'true false true false'",
        "deny_on_first_deny, 'delete delete publish delete', 'true true false'",
        "deny_on_first_deny, 'delete delete', 'true true'",
        "deny_on_first_deny, 'delete - delete', 'true false'",
        "permit_on_first_permit, 'publish delete publish', 'false true'",
        "permit_on_first_permit, 'publish - publish', 'false false false'",
        "permit_on_first_permit, 'publish - delete publish', 'false false true'"
    })
    void endsWhereTheSemanticSaysSo(String semantic, String actions, String answers) {
        var moderator = server.join("moderator");
        var items = List.of(actions.split(" ")).stream()
                .map(action -> action.equals("-") ? "null" : "{\"action\":{\"name\":\"" + action + "\"}}")
                .toArray(String[]::new);

        assertThat(ask(moderator, ",\"options\":{\"evaluations_semantic\":\"" + semantic + "\",\"other\":1}", items))
                .isEqualTo(evaluations(List.of(answers.split(" ")).stream()
                        .map(answer -> "{\"decision\":" + answer + "}")
                        .toArray(String[]::new)));
    }

    @Test
    void inheritsWholeMembersAndWhatNamesAnEntity() {
        var moderator = server.join("moderator");
        var other = server.join();

        assertThat(ask(
                        moderator,
                        ",\"action\":{\"name\":\"delete\"}",
                        "{}",
                        "{\"subject\":{\"id\":\"%s\"}}".formatted(other.id()),
                        "{\"resource\":{\"id\":\"other\",\"properties\":{\"a\":1}}}",
                        "{\"resource\":{\"type\":\"reports\"}}",
                        "{\"action\":{\"properties\":{}}}",
                        "{\"subject\":null,\"action\":{\"name\":null}}"))
                .isEqualTo(evaluations(YES, NO, YES, NO, YES, YES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"text\"",
                "[]",
                "{\"subject\":\"alice\"}",
                "{\"action\":{\"name\":7}}",
                "{\"resource\":{\"id\":7}}",
                "{\"context\":[]}",
                "{\"subject\":{\"id\":\"\\ud800\"}}"
            })
    void deniesAnItemThatIsNoQuestion(String item) {
        var moderator = server.join("moderator");

        assertThat(ask(moderator, ",\"action\":{\"name\":\"delete\"}", item, "{}"))
                .isEqualTo(evaluations(NO, YES));
    }

    @Test
    void deniesAnItemThatLacksAMemberEverywhere() {
        var body = "{\"subject\":{\"type\":\"user\"},\"resource\":{},\"evaluations\":["
                + "{\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}]}";
        assertThat(gateway().post(PATH, body).expect(200).body()).isEqualTo(evaluations(NO));

        var why = gateway()
                .post(PATH, "{\"context\":{\"explain\":true},\"evaluations\":[{}]}")
                .expect(200)
                .json();
        assertThat(why.at("/evaluations/0/context/error/status").asInt()).isEqualTo(400);
        assertThat(why.at("/evaluations/0/context/error/message").asString()).contains("subject");
    }

    @Test
    void neverLooksAtADefaultThatNoItemUses() {
        var moderator = server.join("moderator");
        var body = "{\"resource\":{},\"evaluations\":[{\"subject\":{\"type\":\"user\",\"id\":\"" + moderator.id()
                + "\"},\"action\":{\"name\":\"delete\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}]}";

        assertThat(gateway().post(PATH, body).expect(200).body()).isEqualTo(evaluations(YES));
    }

    @Test
    void saysWhyForTheItemsThatAsk() {
        var moderator = server.join("moderator");
        var answer = gateway()
                .post(
                        PATH,
                        body(moderator, ",\"action\":{\"name\":\"delete\"}", "{}", "{\"context\":{\"explain\":true}}"))
                .expect(200)
                .json();

        assertThat(answer.at("/evaluations/0").has("context")).isFalse();
        assertThat(answer.at("/evaluations/1/context/reasons/0/kind").asString())
                .isEqualTo("role");
    }

    @Test
    void recordsEachItemThatWasDecidedAtOnePosition() {
        var gateway = server.join("gateway");
        var moderator = server.join("moderator");
        var items = IntStream.range(0, 100)
                .mapToObj(i -> "{\"resource\":{\"type\":\"posts\",\"id\":\"p" + i + "\"}}")
                .toArray(String[]::new);
        gateway.api()
                .post(PATH, body(moderator, ",\"action\":{\"name\":\"delete\"}", items))
                .expect(200);
        gateway.api()
                .post(
                        PATH,
                        body(
                                moderator,
                                ",\"options\":{\"evaluations_semantic\":\"deny_on_first_deny\"}",
                                "{\"action\":{\"name\":\"publish\"}}",
                                "{\"action\":{\"name\":\"delete\"}}"))
                .expect(200);

        var records = server.admin()
                .api()
                .get("/audit/decisions?limit=1000&requester=" + gateway.id())
                .expect(200)
                .items();
        assertThat(records).hasSize(101);
        var batch = records.subList(1, 101);
        assertThat(batch.stream().map(one -> one.path("position")).distinct()).hasSize(1);
        assertThat(batch.stream().map(one -> one.path("at")).distinct()).hasSize(1);
        assertThat(batch.stream().map(one -> one.at("/resource/id").asString()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "p" + (99 - i)).toList());
        assertThat(batch)
                .allSatisfy(one -> assertThat(one.path("channel").asString()).isEqualTo("access-api"));
    }

    @Test
    void letsAnybodyAskOnlyAboutThemselves() {
        var user = server.join();
        var own = "{\"subject\":{\"type\":\"user\",\"id\":\"" + user.username() + "\"},\"action\":{\"name\":\"read\"}}";
        var foreign = "{\"subject\":{\"type\":\"user\",\"id\":\""
                + server.admin().id() + "\"},\"action\":{\"name\":\"read\"}}";

        assertThat(user.api().post(PATH, body(user, "", own, own)).expect(200).body())
                .isEqualTo(evaluations(YES, YES));
        var refused = user.api().post(PATH, body(user, "", own, foreign)).expectProblem(403);
        assertThat(server.admin()
                        .api()
                        .get("/audit/decisions/" + refused.text("decisionId"))
                        .expect(200)
                        .text("decision"))
                .isEqualTo("deny");
        user.with("posts:read").post(PATH, body(user, "", own)).expectProblem(403);
        server.api().post(PATH, body(user, "", own)).expectProblem(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"evaluations\":{}}",
                "{\"evaluations\":\"x\"}",
                "{\"subject\":\"alice\",\"evaluations\":[{}]}",
                "{\"context\":[],\"evaluations\":[{}]}",
                "{\"options\":[],\"evaluations\":[{}]}",
                "{\"options\":{\"evaluations_semantic\":\"some\"},\"evaluations\":[{}]}",
                "{\"options\":{\"evaluations_semantic\":1},\"evaluations\":[{}]}"
            })
    void refusesWhatIsNoBatch(String body) {
        gateway().post(PATH, body).expectProblem(400);
    }

    @Test
    void refusesMoreThanAThousandItems() {
        var items = IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(","));

        gateway().post(PATH, "{\"evaluations\":[" + items + "]}").expectFault("evaluations");
        assertThat(gateway()
                        .post(PATH, "{\"evaluations\":[" + items.substring(3) + "]}")
                        .expect(200)
                        .json()
                        .path("evaluations"))
                .hasSize(1000);
        gateway().get(PATH).expectProblem(405);
    }

    /** A small body may ask for a thousand large records; it is refused before one of them is made, however many ask at once. */
    @ParameterizedTest
    @CsvSource({"1000, 900000, ''", "300, 60000, ''", "1000, 2000, '[1,2,3],'"})
    void refusesMoreThanItCanRecordAtOnce(int items, int length, String numbers) {
        var user = server.join();
        var context = numbers.isEmpty() ? "" : ",\"n\":[" + numbers.repeat(length) + "0]";
        var body = inheriting(user, items, "{\"x\":\"" + "x".repeat(length) + "\"" + context + "}");

        var refusals = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> user.api().post(PATH, body).expectProblem(413))
                .toList();

        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.text("type")).isEqualTo("/problems/too-much-to-record");
            assertThat(refusal.text("detail")).contains("ask fewer at once, or send a smaller context");
            assertThat(refusal.json().at("/errors/0/field").asString()).isEqualTo("evaluations");
        });
        user.api()
                .post(PATH, inheriting(user, 5, "{\"x\":\"" + "x".repeat(60_000) + "\"}"))
                .expect(200);
    }

    private static String inheriting(Person subject, int items, String context) {
        return body(
                subject,
                ",\"action\":{\"name\":\"read\"},\"context\":" + context,
                Collections.nCopies(items, "{}").toArray(String[]::new));
    }

    private Api gateway() {
        return server.admin().api();
    }

    private String ask(Person subject, String more, String... items) {
        return gateway().post(PATH, body(subject, more, items)).expect(200).body();
    }

    private static String body(Person subject, String more, String... items) {
        return """
                {"subject":{"type":"user","id":"%s"},"resource":{"type":"posts","id":"any"}%s,"evaluations":[%s]}
                """.formatted(subject.id(), more, String.join(",", items));
    }

    private static String evaluations(String... answers) {
        return "{\"evaluations\":[" + String.join(",", answers) + "]}";
    }
}
