package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class PostsTest {

    @Parameter
    Server server;

    @Test
    void createsADraftAndReadsItBackAtOnce() {
        var author = server.join();
        var created = author.api()
                .post("/posts", "{\"title\":\"First\",\"content\":\"Words\"}")
                .expect(201);

        assertThat(created.json().propertyNames())
                .contains("id", "title", "content", "authorId", "published", "createdAt", "updatedAt", "version");
        assertThat(created.text("authorId")).isEqualTo(author.id());
        assertThat(created.json().path("published").asBoolean()).isFalse();
        assertThat(created.header("Mandate-Position"))
                .hasValueSatisfying(
                        position -> assertThat(Long.parseLong(position)).isPositive());
        var read = author.api()
                .get(
                        "/posts/" + created.text("id"),
                        "Mandate-At-Least",
                        created.header("Mandate-Position").orElseThrow())
                .expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).isPresent();
    }

    @Test
    void hidesADraftFromThoseWhoMayNotReadIt() {
        var post = server.join().writes("A draft", false);
        var stranger = server.join();

        stranger.api().get("/posts/" + post).expectProblem(404);
        stranger.api().put("/posts/" + post, "{\"title\":\"Mine now\"}").expectProblem(404);
        stranger.api().delete("/posts/" + post).expectProblem(404);
        stranger.api().post("/posts/" + post + "/publish").expectProblem(404);

        for (var role : List.of("editor", "moderator", "admin")) {
            server.join(role).api().get("/posts/" + post).expect(200);
        }
    }

    @Test
    void listsTheDraftsThatOneMayRead() {
        var author = server.join();
        var draft = author.writes("Draft", false);
        var published = author.writes("Published", true);
        var path = "/posts?limit=1000&author=" + author.id();

        assertThat(ids(author.api().get(path))).containsExactlyInAnyOrder(draft, published);
        assertThat(ids(server.join().api().get(path))).containsExactly(published);
        assertThat(ids(server.join("editor").api().get(path))).containsExactlyInAnyOrder(draft, published);
        assertThat(ids(author.api().get(path + "&published=false"))).containsExactly(draft);
    }

    @Test
    void listsADraftThatAGrantForItAloneOpens() {
        var author = server.join();
        var draft = author.writes("Draft", false);
        author.writes("Another", false);
        var reviewer = server.join();
        server.admin()
                .api()
                .post("/admin/users/" + reviewer.id() + "/roles/editor", """
                        {"resource":{"type":"posts","id":"%s"}}
                        """.formatted(draft))
                .expect(201);

        assertThat(ids(reviewer.api().get("/posts?limit=1000&author=" + author.id())))
                .containsExactly(draft);
    }

    @Test
    void listsWhatPoliciesOpenAndNotWhatTheyClose() {
        var author = server.join();
        var reader = server.join();
        var draft = author.writes("Draft", false);
        var closed = author.writes("Published, then closed", true);
        var path = "/posts?limit=1000&author=" + author.id();
        var open = policy("allow", draft);
        var shut = policy("deny", closed);
        try {
            assertThat(ids(reader.api().get(path))).containsExactly(draft);
            reader.api().get("/posts/" + draft).expect(200);
            reader.api().get("/posts/" + closed).expectProblem(403);
        } finally {
            server.admin().api().delete(open).expect(204);
            server.admin().api().delete(shut).expect(204);
        }
    }

    private String policy(String effect, String post) {
        var path = "/admin/policies/" + Server.name(effect);
        server.admin().api().put(path, """
                {"description":"","effect":"%s","resourceType":"posts","actions":["read"],"condition":"resource.id == '%s'"}
                """.formatted(effect, post)).expect(201);
        return path;
    }

    @Test
    void pagesThroughAList() {
        var author = server.join();
        var written = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            written.add(author.writes("Page " + i, true));
        }

        var seen = new ArrayList<String>();
        var path = "/posts?limit=2&author=" + author.id();
        var page = author.api().get(path).expect(200);
        seen.addAll(ids(page));
        while (page.json().path("next").isString()) {
            page = author.api()
                    .get(path + "&cursor=" + Api.encode(page.text("next")))
                    .expect(200);
            seen.addAll(ids(page));
        }

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void letsAuthorsDoAsTheyLikeWithTheirOwn() {
        var author = server.join();
        var post = author.writes("Own", false);

        author.api().put("/posts/" + post, "{\"title\":\"Better\"}").expect(200);
        author.api().post("/posts/" + post + "/publish").expect(200);
        assertThat(author.api().get("/posts/" + post).json().path("published").asBoolean())
                .isTrue();
        author.api().post("/posts/" + post + "/unpublish").expect(200);
        author.api().delete("/posts/" + post).expect(204);
        author.api().get("/posts/" + post).expectProblem(404);
    }

    @Test
    void goesByPermissionForThePostsOfOthers() {
        var post = server.join().writes("Shared", true);
        var editor = server.join("editor").api();
        var moderator = server.join("moderator").api();
        var user = server.join().api();

        user.put("/posts/" + post, "{\"title\":\"x\"}").expectProblem(403);
        editor.put("/posts/" + post, "{\"title\":\"Edited\"}").expect(200);
        editor.post("/posts/" + post + "/unpublish").expect(200);
        moderator.post("/posts/" + post + "/publish").expectProblem(403);
        moderator.put("/posts/" + post, "{\"published\":true}").expectProblem(403);
        editor.post("/posts/" + post + "/publish").expect(200);
        editor.delete("/posts/" + post).expectProblem(403);
        moderator.delete("/posts/" + post).expect(204);
    }

    @Test
    void refusesAChangeToAVersionThatIsGone() {
        var author = server.join();
        var post = author.writes("Versions", true);
        var tag = author.api().get("/posts/" + post).header("ETag").orElseThrow();

        author.api()
                .put("/posts/" + post, "{\"title\":\"Second\"}", "If-Match", tag)
                .expect(200);

        author.api()
                .put("/posts/" + post, "{\"title\":\"Third\"}", "If-Match", tag)
                .expectProblem(412);
        assertThat(author.api().get("/posts/" + post).text("title")).isEqualTo("Second");
    }

    @Test
    void needsTheScopeBesideThePermission() {
        var author = server.join();
        var post = author.writes("Scoped", true);
        var reader = author.with("posts:read posts:write");

        reader.get("/posts/" + post).expect(200);
        reader.put("/posts/" + post, "{\"title\":\"Changed\"}").expect(200);
        var refused = reader.delete("/posts/" + post).expectProblem(403);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("insufficient_scope", "posts:delete"));
    }

    private static List<String> ids(Answer list) {
        return list.expect(200).items().stream()
                .map(post -> post.path("id").asString())
                .toList();
    }
}
