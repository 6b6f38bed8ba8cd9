package org.mandate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mandate.http.OverHttp.Answer;
import tools.jackson.databind.node.ObjectNode;

/** Every request is held against the table, from the port to the record of its decision. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardedOverHttpTest {

    private OverHttp http;
    private String admin;
    private String walter;
    private String xena;

    @BeforeAll
    void start() {
        http = OverHttp.start();
        admin = http.signIn("admin");
        walter = http.signUp("walter");
        xena = http.signUp("xena");
    }

    @AfterAll
    void stop() {
        http.close();
    }

    @Test
    void keepsAUserOffTheDashboardAndLetsAnAdminIn() {
        Answer refused = http.get("/admin/dashboard", walter);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(http.get("/posts", walter).status()).isEqualTo(200);
        assertThat(http.get("/admin/dashboard", admin).text("user")).isEqualTo("admin");
        Answer record = http.get("/audit/decisions/" + refused.text("decisionId"), admin);
        assertThat(record.text("decision")).isEqualTo("deny");
        assertThat(record.body().path("resource").path("type").asString()).isEqualTo("dashboard");
    }

    @Test
    void cannotTellAHiddenDraftFromAPostThatDoesNotExist() {
        String draft = write("Hidden", false).text("id");

        assertThat(problem(http.get("/posts/" + draft, xena))).isEqualTo(problem(http.get("/posts/unknown", xena)));
        for (String action : List.of("/publish", "/unpublish")) {
            assertThat(problem(http.call("POST", "/posts/" + draft + action, xena, "")))
                    .isEqualTo(problem(http.call("POST", "/posts/unknown" + action, xena, "")));
        }
        assertThat(problem(http.call("PUT", "/posts/" + draft, xena, "{\"title\":\"Mine\"}")))
                .isEqualTo(problem(http.call("PUT", "/posts/unknown", xena, "{\"title\":\"Mine\"}")));
        assertThat(http.call("DELETE", "/posts/" + draft, xena, "").status()).isEqualTo(404);
        assertThat(ids(http.get("/posts?limit=1000", xena))).doesNotContain(draft);
        assertThat(ids(http.get("/posts?limit=1000", walter))).contains(draft);
        assertThat(ids(http.get("/posts?limit=1000", admin))).contains(draft);
    }

    @Test
    void saysWhatIsMissingToDeleteThePublishedPostOfAnother() {
        String post = write("Public", true).text("id");

        Answer refused = http.call("DELETE", "/posts/" + post, xena, "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("posts:delete");
        assertThat(http.get("/posts/" + post, xena).status()).isEqualTo(200);
    }

    @Test
    void asksForTheScopeAndThePermission() {
        Answer refused = http.call("DELETE", "/posts/unknown", http.signIn("walter", "posts:read"), "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "posts:delete");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        Answer written = write("First", false);
        String path = "/posts/" + written.text("id");
        String tag = written.header("ETag");

        Answer changed = http.call("PUT", path, walter, "{\"title\":\"Second\"}", "If-Match", tag);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(http.call("PUT", path, walter, "{\"title\":\"Third\"}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(http.call("DELETE", path, walter, "", "If-Match", "W/" + changed.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(http.call("DELETE", path, walter, "", "If-Match", changed.header("ETag"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void letsAnEditorActFromTheAnswerToTheAssignmentOn() {
        String draft = write("Edited", false).text("id");
        String yves = http.signUp("yves");
        String roles = "/admin/users/" + idOf("yves") + "/roles/editor";

        assertThat(http.call("PUT", "/posts/" + draft, yves, "{\"published\":true}")
                        .status())
                .isEqualTo(404);
        Answer assigned = http.call("POST", roles, admin, "{\"reason\":\"helps out\"}");
        assertThat(assigned.status()).isEqualTo(201);
        assertThat(http.call("POST", roles, admin, "").status()).isEqualTo(200);
        assertThat(http.call("PUT", "/posts/" + draft, yves, "{\"published\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(http.call("DELETE", roles, admin, "").status()).isEqualTo(204);
        assertThat(http.call("PUT", "/posts/" + draft, yves, "{\"title\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void changesAnAccountWholeOrNotAtAll() {
        http.signUp("zoe");
        String path = "/admin/users/" + idOf("zoe");

        assertThat(http.call("PATCH", path, admin, "{\"email\":\"walter@example.org\",\"attributes\":{\"level\":3}}")
                        .status())
                .isEqualTo(409);
        assertThat(http.get(path, admin).body().path("attributes").isEmpty()).isTrue();
        Answer changed =
                http.call("PATCH", path, admin, "{\"fullName\":\"Zoe\",\"active\":false,\"attributes\":{\"level\":3}}");
        assertThat(changed.text("fullName")).isEqualTo("Zoe");
        assertThat(changed.body().path("active").asBoolean()).isFalse();
        assertThat(changed.body().path("permissions").isEmpty()).isTrue();
    }

    @Test
    void keepsTheLastAdministrator() {
        String path = "/admin/users/" + idOf("admin");

        assertThat(http.call("DELETE", path + "/roles/admin", admin, "").status())
                .isEqualTo(409);
        assertThat(http.call("PATCH", path, admin, "{\"active\":false}").status())
                .isEqualTo(409);
        assertThat(http.call("DELETE", path, admin, "").status()).isEqualTo(409);
    }

    @Test
    void importsWhatItExported() {
        Answer exported = http.get("/admin/export", admin);

        Answer again = http.call(
                "POST", "/admin/import?dryRun=true", admin, exported.body().toString());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("roles").path("created").asInt()).isZero();
        assertThat(again.body().path("subjects").path("created").asInt()).isZero();
        assertThat(http.call("POST", "/admin/import", walter, "not even JSON").status())
                .isEqualTo(403);
    }

    @Test
    void takesNobodysWordForWhoIsCalling() {
        assertThat(http.get("/admin/dashboard?user=" + idOf("admin") + "&scopes=admin", walter)
                        .status())
                .isEqualTo(403);
    }

    private Answer write(String title, boolean published) {
        return http.call("POST", "/posts", walter, """
                {"title":"%s","content":"Text","published":%s}""".formatted(title, published));
    }

    private String idOf(String username) {
        return http.get("/admin/users?q=" + username, admin)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private static List<String> ids(Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** The problem without what is of this one request. */
    private static ObjectNode problem(Answer answer) {
        ObjectNode problem = ((ObjectNode) answer.body()).deepCopy();
        problem.remove(List.of("instance", "requestId"));
        return problem;
    }
}
