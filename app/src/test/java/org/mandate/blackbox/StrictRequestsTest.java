package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server would pass over is refused, and nothing has changed. */
@ParameterizedClass
@EnumSource(Server.class)
class StrictRequestsTest {

    @Parameter
    Server server;

    @ParameterizedTest
    @ValueSource(strings = {"{{{", "{\"x\":1}", "[]", "null", "x"})
    void refusesABodyWhereNoneIsTaken(String body) {
        var author = server.join();
        var post = author.writes("Draft", false);

        author.api().post("/posts/" + post + "/publish", body).expectProblem(400);
        author.api().json("DELETE", "/posts/" + post, body).expectProblem(400);
        author.api().post("/auth/logout", body).expectProblem(400);
        server.admin()
                .api()
                .put("/admin/roles/editor/permissions/audit:read", body)
                .expectProblem(400);

        var draft = author.api().get("/posts/" + post).expect(200);
        assertThat(draft.json().path("published").asBoolean()).isFalse();
        assertThat(server.admin().api().get("/admin/roles/editor").body()).doesNotContain("audit:read");
    }

    @Test
    void takesAnEmptyObjectWhereNoBodyIsTaken() {
        var author = server.join();
        var post = author.writes("Draft", false);

        author.api().post("/posts/" + post + "/publish", "{}").expect(200);
        author.api().post("/posts/" + post + "/unpublish", "").expect(200);
        author.api().post("/auth/logout", "{}").expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/posts?limit=0x10",
                "/admin/users?limit=%D9%A3",
                "/admin/roles?limit=%2B1",
                "/audit/decisions?limit=1%200",
                "/posts?limit=1&limit=1",
                "/audit/decisions?limit=5&subject=a&limit=5"
            })
    void readsALimitInOneWayOnly(String path) {
        server.admin().api().get(path).expectFault("limit");
    }

    @Test
    void refusesAFilterThatStandsTwice() {
        var admin = server.admin().api();
        admin.get("/audit/decisions?decision=allow&decision=deny").expectFault("decision");
        admin.get("/admin/users?active=true&active=false").expectFault("active");
        admin.post("/admin/import?dryRun=true&dryRun=false", "{}").expectFault("dryRun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1\"", "W/1", "w/\"1\"", "\"1\" \"2\"", "*, \"1\"", "\"1\", 2", ","})
    void saysWhatATagLooksLike(String ifMatch) {
        var author = server.join();
        var post = author.writes("Tagged", true);
        for (var answer : List.of(
                author.api().put("/posts/" + post, "{\"title\":\"New\"}", "If-Match", ifMatch),
                author.api().delete("/posts/" + post, "If-Match", ifMatch))) {
            answer.expectFault("If-Match");
            assertThat(answer.body()).contains("like `\\\"3\\\"`");
        }
        assertThat(author.api().get("/posts/" + post).text("title")).isEqualTo("Tagged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"1\"", "\"abc\"", "\"\"", "\"a,b\", \"c\"", "\"01\""})
    void saysAtWhichVersionAPostIs(String ifMatch) {
        var author = server.join();
        var post = author.writes("Tagged", true);
        var answer = author.api().delete("/posts/" + post, "If-Match", ifMatch).expectProblem(412);
        assertThat(answer.text("detail")).contains("is at version `1`").doesNotContain("-1");
    }

    @Test
    void takesAnyVersionWhereAskedTo() {
        var author = server.join();
        author.api()
                .delete(
                        "/posts/" + author.writes("Many", true),
                        "If-Match",
                        ",".repeat(3000) + "\"1\"" + " ,".repeat(1500))
                .expect(204);
        author.api()
                .delete("/posts/" + author.writes("Any", true), "If-Match", "*")
                .expect(204);
        author.api()
                .delete("/posts/" + author.writes("One", true), "If-Match", "\"9\", \"1\",")
                .expectProblem(412);
        author.api()
                .delete("/posts/" + author.writes("One", true), "If-Match", "W/\"9\", \"1\"")
                .expect(204);
    }

    @Test
    void writesNothingWhereTheAnswerCannotBeTaken() {
        var author = server.join();
        for (var accept : List.of("text/csv", "garbage")) {
            var answer = author.api()
                    .post("/posts", "{\"title\":\"t\",\"content\":\"c\"}", "Accept", accept)
                    .expectProblem(406);
            assertThat(answer.text("detail")).contains("`application/json`");
        }
        assertThat(author.api().get("/posts?author=" + author.id()).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /posts                      | TRACE  | GET, HEAD, OPTIONS, POST
            /posts                      | FOO    | GET, HEAD, OPTIONS, POST
            /posts                      | DELETE | GET, HEAD, OPTIONS, POST
            /posts/1                    | TRACE  | DELETE, GET, HEAD, OPTIONS, PUT
            /posts/1/publish            | GET    | OPTIONS, POST
            /actuator/health            | TRACE  | GET, HEAD, OPTIONS
            """)
    void allowsTheMethodsThatThePathHas(String path, String method, String allowed) {
        var answer = server.admin().api().send(method, path, BodyPublishers.noBody());
        answer.expectProblem(405);
        assertThat(answer.header("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/a%2fb", "/posts/%00", "/posts%2fabc", "//posts", "/actuator/nothing"})
    void namesThePathThatItRefuses(String path) {
        var answer = server.admin().api().get(path, "X-Request-ID", "mine");
        answer.expectProblem(answer.status());
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text("instance")).isEqualTo(path);
        assertThat(answer.header("X-Request-ID")).hasValue("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/db", "/actuator/health/nothing", "/actuator/health/readiness/nothing"})
    void saysThatAPartOfHealthIsNotThere(String path) {
        server.api().get(path).expectProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\\u0000defghijkl", "abc\\ndefghijkl", "abcdefghijk\\u007f", "abcdefgh\\ud800"})
    void refusesControlCharactersInPasswords(String password) {
        var name = Server.name("control");
        var refused = server.api().post("/auth/register", """
                {"username":"%s","email":"%s@example.org","password":"%s"}
                """.formatted(name, name, password));
        refused.expectFault("password");
        assertThat(refused.body()).contains("control characters");
        var person = server.join();
        person.api()
                .put("/users/me/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(Server.PASSWORD, password))
                .expectFault("new");
        server.admin()
                .api()
                .put("/admin/users/" + person.id() + "/password", "{\"password\":\"" + password + "\"}")
                .expectFault("password");
        person.api()
                .put("/users/me/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(password, Server.PASSWORD))
                .expectFault("current");
    }
}
