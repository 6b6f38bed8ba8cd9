package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/** Who may, to what, and what. */
@ParameterizedClass
@EnumSource(Server.class)
class SearchesTest {

    private static final String SEARCH = "/access/v1/search/";
    private static final String EVALUATION = "/access/v1/evaluation";

    @Parameter
    Server server;

    @Test
    void findsWhoMay() {
        var gateway = server.join("gateway").api();
        var moderator = server.join("moderator");
        var user = server.join();
        var post = user.writes("Of a user", false);

        var answer = gateway.post(SEARCH + "subject", """
                {"subject":{"type":"user","id":7,"unknown":1},"action":{"name":"delete"},"resource":{"type":"posts","id":"%s"}}
                """.formatted(post)).expect(200);

        var ids = ids(answer.json());
        assertThat(ids)
                .isSorted()
                .contains(moderator.id(), user.id(), server.admin().id());
        assertThat(ids).doesNotContain(server.join().id());
        assertThat(answer.body())
                .startsWith("{\"page\":{\"next_token\":\"\",\"count\":" + ids.size()
                        + ",\"properties\":{\"complete\":true}},\"results\":[{\"type\":\"user\",\"id\":\"");
        assertThat(answer.header("Mandate-Position")).isPresent();
        for (var id : ids) {
            assertThat(gateway.post(EVALUATION, """
                    {"subject":{"type":"user","id":"%s"},"action":{"name":"delete"},"resource":{"type":"posts","id":"%s"}}
                    """.formatted(id, post)).body()).isEqualTo("{\"decision\":true}");
        }
    }

    @Test
    void findsToWhat() {
        var author = server.join();
        var draft = author.writes("A draft", false);
        var published = author.writes("A post", true);
        var other = server.join();

        assertThat(ids(search("resource", resourcesFor(author.username(), "read"))))
                .contains(draft, published)
                .isSorted();
        assertThat(ids(search("resource", resourcesFor(other.id(), "read"))))
                .contains(published)
                .doesNotContain(draft);
        assertThat(ids(search("resource", resourcesFor(author.id(), "update"))))
                .containsExactlyInAnyOrder(draft, published);
        assertThat(complete(search("resource", resourcesFor(author.id(), "update"))))
                .isTrue();
    }

    @Test
    void findsWhatOneMayDo() {
        var author = server.join();
        var post = author.writes("A post", true);
        var actions = """
                {"subject":{"type":"user","id":"%s"},"action":{"name":7},"resource":{"type":"posts","id":"%s"}}
                """;

        assertThat(search("action", actions.formatted(author.id(), post)).path("results"))
                .extracting(result -> result.path("name").asString())
                .containsExactly("create", "delete", "publish", "read", "update");
        assertThat(search("action", actions.formatted(server.join().id(), post)).path("results"))
                .extracting(JsonNode::toString)
                .containsExactly("{\"name\":\"create\"}", "{\"name\":\"read\"}");
    }

    @Test
    void saysThatOthersMightBeAllowedAsWell() {
        var things = Things.importedTo(server, 3);

        assertThat(complete(search("subject", things.who("open")))).isTrue();
        assertThat(complete(search("resource", things.what("r1", "open")))).isFalse();
        assertThat(ids(search("resource", things.what("r1", "open")))).containsExactly("a", "b");
        assertThat(complete(search("resource", things.what("unheard-of", "open"))))
                .isTrue();
        assertThat(ids(search("resource", things.what("unheard-of", "weigh")))).containsExactly("b");
        assertThat(complete(search("resource", things.what("unheard-of", "weigh"))))
                .isFalse();
        assertThat(ids(search("subject", things.who("weigh")))).isEmpty();
        assertThat(complete(search("subject", things.who("weigh")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, 5000})
    void givesTheSameWholeWhateverThePages(int size) {
        var things = Things.importedTo(server, 10);

        var ids = new ArrayList<String>();
        var body = things.who("open");
        var page = search("subject", with(body, "\"limit\":" + size));
        ids.addAll(ids(page));
        for (var more = token(page); !more.isEmpty(); more = token(page)) {
            assertThat(page.path("page").path("count").asInt()).isEqualTo(size);
            var limit = ids.size() % 2 == 0 ? "" : ",\"limit\":" + size;
            page = search("subject", with(body, "\"token\":\"" + more + "\"" + limit));
            ids.addAll(ids(page));
        }

        assertThat(ids).isEqualTo(IntStream.range(0, 10).mapToObj(i -> "r" + i).toList());
    }

    @Test
    void answersAPageOfNothing() {
        var things = Things.importedTo(server, 2);
        var nothing = search("subject", with(things.who("open"), "\"limit\":0"));

        assertThat(ids(nothing)).isEmpty();
        assertThat(nothing.path("page").path("count").asInt()).isZero();
        assertThat(token(nothing)).isNotEmpty();
        assertThat(token(search("subject", with(things.who("never"), "\"limit\":0"))))
                .isEmpty();
    }

    @Test
    void takesATokenOnlyForTheSearchThatItBelongsTo() {
        var things = Things.importedTo(server, 4);
        var token = token(search("subject", with(things.who("open"), "\"limit\":2")));
        var damaged = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        var shifted = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

        for (var wrong : List.of(damaged, shifted, token.substring(3), "x", "%", token + "A")) {
            refused("subject", with(things.who("open"), "\"token\":\"" + wrong + "\""), "page.token");
        }
        refused("subject", with(things.who("close"), "\"token\":\"" + token + "\""), "page.token");
        refused("resource", with(things.what("r1", "open"), "\"token\":\"" + token + "\""), "page.token");
        refused("subject", with(things.who("open"), "\"limit\":3,\"token\":\"" + token + "\""), "page.limit");
        assertThat(ids(search("subject", with(things.who("open"), "\"token\":\"" + token + "\",\"limit\":2"))))
                .containsExactly("r2", "r3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject  | {'action':{'name':'a'},'resource':{'type':'t','id':'1'}} | subject",
                "subject  | {'subject':{'id':'x'},'action':{'name':'a'},'resource':{'type':'t','id':'1'}} | subject.type",
                "subject  | {'subject':{'type':'user'},'resource':{'type':'t','id':'1'}} | action",
                "subject  | {'subject':{'type':'user'},'action':{'name':7},'resource':{'type':'t','id':'1'}} | action.name",
                "subject  | {'subject':{'type':'user'},'action':{'name':'a'},'resource':{'type':'t'}} | resource.id",
                "resource | {'subject':{'type':'user'},'action':{'name':'a'},'resource':{'type':'t'}} | subject.id",
                "resource | {'subject':{'type':'user','id':'1'},'resource':{'type':'t'}} | action",
                "resource | {'subject':{'type':'user','id':'1'},'action':{'name':'a'},'resource':{}} | resource.type",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t'}} | resource.id",
                "action   | {'subject':'user','resource':{'type':'t','id':'1'}} | subject",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'context':[]} | context",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'page':[]} | page",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'page':{'limit':-1}} | page.limit",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'page':{'limit':1.5}} | page.limit",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'page':{'limit':'1'}} | page.limit",
                "action   | {'subject':{'type':'user','id':'1'},'resource':{'type':'t','id':'1'},'page':{'token':7}} | page.token",
            })
    void refusesWhatIsNoSearch(String kind, String body, String field) {
        refused(kind, body.replace('\'', '"'), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void findsNothingForWhatIsUnknown(String kind) {
        var answer = server.admin()
                .api()
                .post(SEARCH + kind, """
                {"subject":{"type":"martian","id":"m"},"action":{"name":"fly"},"resource":{"type":"saucer","id":"s"},
                 "page":{"token":"","limit":null,"unknown":1,"properties":{}}}
                """, "X-Request-ID", "s-1")
                .expect(200);

        assertThat(answer.header("X-Request-ID")).hasValue("s-1");
        assertThat(answer.json().path("results").isArray()).isTrue();
        assertThat(answer.json().path("results").isEmpty()).isTrue();
        server.admin().api().post(SEARCH + kind, "[]", "X-Request-ID", "s-2").expectProblem(400);
        server.admin()
                .api()
                .post(SEARCH + kind, "{", "Content-Type", "text/plain")
                .expectProblem(400);
        server.admin().api().get(SEARCH + kind).expectProblem(405);
    }

    @Test
    void letsOneSearchForOneselfOnly() {
        var user = server.join();
        var own = "{\"subject\":{\"type\":\"user\",\"id\":\"" + user.username()
                + "\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}";
        var foreign = own.replace(user.username(), server.admin().id());

        user.api().post(SEARCH + "resource", own).expect(200);
        user.api().post(SEARCH + "action", own).expect(200);
        for (var refused : List.of(
                user.api().post(SEARCH + "subject", own),
                user.api().post(SEARCH + "resource", foreign),
                user.api().post(SEARCH + "action", foreign))) {
            assertThat(server.admin()
                            .api()
                            .get("/audit/decisions/"
                                    + refused.expectProblem(403).text("decisionId"))
                            .expect(200)
                            .text("decision"))
                    .isEqualTo("deny");
        }
        user.with("posts:read").post(SEARCH + "resource", own).expectProblem(403);
        server.api().post(SEARCH + "resource", own).expectProblem(401);
    }

    @Test
    void recordsEachSearchOnce() {
        var gateway = server.join("gateway");
        var things = Things.importedTo(server, 20);

        gateway.api().post(SEARCH + "subject", things.who("open")).expect(200);
        gateway.api().post(SEARCH + "resource", things.what("r1", "open")).expect(200);

        var records = server.admin()
                .api()
                .get("/audit/decisions?requester=" + gateway.id())
                .expect(200)
                .items();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.path("action").asString()).isEqualTo("search");
            assertThat(record.path("decision").asString()).isEqualTo("allow");
            assertThat(record.path("channel").asString()).isEqualTo("access-api");
        });
    }

    private JsonNode search(String kind, String body) {
        return server.admin().api().post(SEARCH + kind, body).expect(200).json();
    }

    private void refused(String kind, String body, String field) {
        server.admin().api().post(SEARCH + kind, body).expectFault(field);
    }

    private static String resourcesFor(String user, String action) {
        return """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"posts"}}
                """.formatted(user, action);
    }

    private static String with(String body, String page) {
        return body.substring(0, body.lastIndexOf('}')) + ",\"page\":{" + page + "}}";
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .map(result -> result.path("id").asString())
                .toList();
    }

    private static String token(JsonNode answer) {
        return answer.path("page").path("next_token").asString();
    }

    private static boolean complete(JsonNode answer) {
        return answer.at("/page/properties/complete").asBoolean();
    }

    /** Things of a type of their own, and robots who may open them. */
    private record Things(String type, String robot) {

        static Things importedTo(Server server, int robots) {
            var things = new Things(Server.name("thing"), Server.name("robot"));
            var subjects = IntStream.range(0, robots)
                    .mapToObj(i -> "{'type':'%s','id':'r%d','roles':['%s']}".formatted(things.robot, i, things.robot))
                    .collect(Collectors.joining(","));
            server.admin()
                    .api()
                    .post("/admin/import", """
                    {'permissions':[{'name':'TYPE:open'}],
                     'roles':[{'name':'ROBOT','permissions':['TYPE:open'],'inherits':[]}],
                     'subjects':[SUBJECTS],
                     'entities':[{'type':'TYPE','id':'a','attributes':{'kg':1}},{'type':'TYPE','id':'b','attributes':{'kg':9}}],
                     'policies':[{'id':'TYPE','description':'','effect':'allow','resourceType':'TYPE','actions':['weigh'],
                                  'condition':'resource.attributes.kg > 5'}]}
                    """.replace("TYPE", things.type)
                            .replace("ROBOT", things.robot)
                            .replace("SUBJECTS", subjects)
                            .replace('\'', '"'))
                    .expect(200);
            return things;
        }

        String who(String action) {
            return """
                    {"subject":{"type":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"a"}}
                    """.formatted(robot, action, type).strip();
        }

        String what(String id, String action) {
            return """
                    {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s"}}
                    """.formatted(robot, id, action, type).strip();
        }
    }
}
