package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem that says what to change, and nothing has changed. */
@ParameterizedClass
@EnumSource(Server.class)
class BadInputTest {

    @Parameter
    Server server;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"t","content":"c","extra":1}               | extra
            {"title":"t","content":"c","content":"d"}           | content
            {"title":5,"content":"c"}                           | title
            {"title":["t"],"content":"c"}                       | title
            {"title":null,"content":"c"}                        | title
            {"content":"c"}                                     | title
            {"title":"t","content":"c","published":"yes"}       | published
            {"title":"t","content":"c","published":1}           | published
            {"title":"","content":"c"}                          | title
            {"title":"a\\u0000b","content":"c"}                 | title
            {"title":"a\\nb","content":"c"}                     | title
            """)
    void namesTheMemberOfAPostThatIsWrong(String body, String field) {
        var author = server.join();

        author.api().post("/posts", body).expectFault(field);

        assertThat(author.api().get("/posts?author=" + author.id()).items()).isEmpty();
    }

    @Test
    void limitsLengths() {
        var author = server.join();

        author.api().post("/posts", post("t".repeat(200), "c")).expect(201);
        author.api().post("/posts", post("t".repeat(201), "c")).expectFault("title");
        author.api().post("/posts", post("t", "c".repeat(100_000))).expect(201);
        author.api().post("/posts", post("t", "c".repeat(100_001))).expectFault("content");
        server.admin()
                .api()
                .post("/admin/users/" + author.id() + "/roles/editor", "{\"reason\":\"" + "r".repeat(501) + "\"}")
                .expectFault("reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"title\":\"t\",\"content\":\"c\"} x", "{\"title\":\"\\x\"}"
            })
    void refusesWhatIsNoJsonObject(String body) {
        server.admin().api().post("/posts", body).expectProblem(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ab                  | username
            has space           | username
            semi;colon          | username
            abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij1 | username
            """)
    void refusesUsernamesOfAnotherForm(String username, String field) {
        server.api()
                .post("/auth/register", """
                {"username":"%s","email":"%s@example.org","password":"%s"}
                """.formatted(username, Server.name("mail"), Server.PASSWORD))
                .expectFault(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999999", "-1e99999999999999"})
    void refusesNumbersThatNoDoubleHolds(String number) {
        var admin = server.admin().api();
        var user = server.join();
        var attributes = "{\"attributes\":{\"deep\":[{\"v\":" + number + "}]}}";

        admin.post("/access/v1/evaluation", question(user, number)).expectFault("context.v");
        admin.post("/history/evaluations", question(user, number)).expectFault("context.v");
        admin.patch("/admin/users/" + user.id(), attributes).expectFault("attributes");
        admin.put("/admin/entities/thing/" + Server.name("t"), attributes).expectFault("attributes");
        admin.post("/access/v1/evaluation", question(user, "1e-99999999999999")).expect(200);
    }

    private static String question(Person subject, String number) {
        return """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"},
                 "context":{"v":%s}}""".formatted(subject.id(), number);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        var huge = post("t", "c".repeat(1 << 20));

        server.admin().api().post("/posts", huge).expectProblem(413);
        server.admin().api().post("/access/v1/evaluation", huge).expectProblem(413);
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        var admin = server.admin().api();

        admin.send("POST", "/posts", BodyPublishers.ofString("title=t"), "Content-Type", "text/plain")
                .expectProblem(415);
        admin.send("PATCH", "/posts", BodyPublishers.noBody()).expectProblem(405);
        admin.get("/no/such/path").expectProblem(404);
    }

    @Test
    void doesNotKnowWhatDoesNotExist() {
        var admin = server.admin().api();
        var id = UUID.randomUUID();
        for (var path : List.of("/posts/" + id, "/posts/x", "/admin/users/" + id, "/admin/roles/nothing")) {
            admin.get(path).expectProblem(404);
        }
        admin.delete("/posts/" + id).expectProblem(404);
        admin.put("/posts/" + id, "{\"title\":\"t\"}").expectProblem(404);
        admin.patch("/admin/users/" + id, "{\"active\":false}").expectProblem(404);
        admin.post("/admin/users/" + id + "/roles/editor", "{}").expectProblem(404);
        admin.post("/admin/users/" + server.join().id() + "/roles/nothing", "{}")
                .expectProblem(404);
        admin.delete("/admin/users/" + server.join().id() + "/roles/editor").expectProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=-1", "limit=x", "limit=99999999999", "cursor=%25%25"})
    void refusesPagesThatCannotBe(String query) {
        var field = query.substring(0, query.indexOf('='));
        for (var path : List.of("/posts?", "/admin/users?", "/admin/roles?", "/audit/decisions?")) {
            server.admin().api().get(path + query).expectFault(field);
        }
    }

    @Test
    void refusesMembersThatItDoesNotKnowEverywhereButAtTheDecisionPoint() {
        var admin = server.admin().api();
        var id = server.join().id();

        admin.patch("/admin/users/" + id, "{\"admin\":true}").expectFault("admin");
        admin.post("/admin/users/" + id + "/roles/editor", "{\"until\":\"2030-01-01T00:00:00Z\"}")
                .expectFault("until");
        admin.post("/admin/roles", "{\"name\":\"x\",\"permissions\":[],\"inherits\":[],\"god\":true}")
                .expectFault("god");
        admin.put("/users/me", "{\"roles\":[\"admin\"]}").expectFault("roles");
    }

    @Test
    void refusesGrantsThatMeanNothing() {
        var admin = server.admin().api();
        var path = "/admin/users/" + server.join().id() + "/roles/editor";

        admin.post(path, "{\"networks\":[\"300.0.0.0/8\"]}").expectProblem(400);
        admin.post(path, "{\"networks\":[\"10.0.0.0/33\"]}").expectProblem(400);
        var none = admin.post(path, "{\"networks\":[]}").expectProblem(400);
        assertThat(none.json().path("errors").toString()).contains("leave `networks` out for no restriction");
        assertThat(none.json().path("errors").path(0).path("field").asString()).isEqualTo("networks");
        admin.post(path, "{\"validFrom\":\"tomorrow\"}").expectProblem(400);
        admin.post(path, "{\"validFrom\":\"2030-01-02T00:00:00Z\",\"validUntil\":\"2030-01-01T00:00:00Z\"}")
                .expectProblem(400);
        admin.post(path, "{\"resource\":{\"type\":\"posts\"}}").expectProblem(400);
    }

    @Test
    void refusesSignInsThatCannotBe() {
        server.api().form("/auth/login", Map.of("username", "admin")).expectProblem(400);
        server.api()
                .form("/auth/login", Map.of("username", "admin", "password", "x".repeat(10_000)))
                .expectProblem(401);
        server.api().form("/auth/refresh", Map.of("refresh_token", "nonsense")).expectProblem(401);
        server.api()
                .form(
                        "/auth/login",
                        Map.of("username", server.admin().username(), "password", Server.PASSWORD, "scope", "root"))
                .expectProblem(400);
    }

    @Test
    void echoesTheRequestIdOrMakesOne() {
        assertThat(server.api().get("/posts", "X-Request-ID", "mine").header("X-Request-ID"))
                .hasValue("mine");
        assertThat(server.api().get("/posts").header("X-Request-ID")).isPresent();
    }

    private static String post(String title, String content) {
        return "{\"title\":\"" + title + "\",\"content\":\"" + content + "\"}";
    }

    /** Otherwise each rule that goes by the path would have to see through every disguise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61dmin/roles?preview=true",
                "/admin/role%73?preview=true",
                "/%41dmin/roles",
                "/admin%2froles",
                "/admin/%2e/roles"
            })
    void refusesPathsInDisguise(String path) {
        var admin = server.admin().api();
        var before = admin.get("/history/events?limit=1&order=newest").body();

        admin.post(path, "{\"name\":\"disguised\",\"permissions\":[]}").expectProblem(400);

        assertThat(admin.get("/history/events?limit=1&order=newest").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", ":", "posts:", ":read", "a:b:c"})
    void refusesToSeekHoldersOfWhatIsNoPermission(String name) {
        server.admin()
                .api()
                .get("/history/permissions/" + Api.encode(name) + "/holders")
                .expectProblem(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/decisions?from=9999-12-31T23:59:59Z",
                "/audit/decisions?to=9999-12-31T23:59:59.999Z",
                "/audit/decisions?from=0001-01-01T00:00:00Z",
                "/audit/decisions/export?from=9999-12-31T23:59:59Z",
                "/audit/statistics?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
            })
    void takesTheEdgesOfTime(String path) {
        server.admin().api().get(path).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00Z, 400",
        "-1000000000-01-01T00:00:00Z, 400",
        "+10000-01-01T00:00:00Z, 400",
        "0001-01-01T00:00:00Z, 200",
        "9999-12-31T23:59:59Z, 400"
    })
    void judgesAtNoInstantThatNobodyCanName(String instant, int status) {
        var answer = server.admin().api().post("/history/evaluations", """
                {"instant":"%s","subject":{"type":"user","id":"x"},"action":{"name":"read"},"resource":{"type":"posts","id":"1"}}
                """.formatted(instant));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }
}
