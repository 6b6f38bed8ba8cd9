package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role and a policy are changed upon what was read of them, and upon nothing else where that is asked for. */
@ParameterizedClass
@EnumSource(Server.class)
class PreconditionsTest {

    private static final String NEVER = "\"rL0Y20zC-Fzt72VPzMSk2A0F\"";

    @Parameter
    Server server;

    private static String role(String description, String permission) {
        return "{\"description\":\"%s\",\"permissions\":[\"%s\"]}".formatted(description, permission);
    }

    private static String policy(String description) {
        return "{\"description\":\"%s\",\"effect\":\"deny\",\"resourceType\":\"kites\",\"actions\":[\"fly\",\"land\"]}"
                .formatted(description);
    }

    private static String tag(Answer answer) {
        return answer.header("ETag").orElseThrow();
    }

    private String newRole(String permission) {
        var name = Server.name("tagged");
        server.admin()
                .api()
                .post("/admin/roles", """
                {"name":"%s","description":"as read","permissions":["%s"]}""".formatted(name, permission))
                .expect(201);
        return "/admin/roles/" + name;
    }

    @Test
    void aRoleIsChangedUponWhatWasReadAndNothingElse() {
        var admin = server.admin().api();
        var path = newRole("posts:read");
        var read = tag(admin.get(path).expect(200));
        assertThat(read).matches("\"[A-Za-z0-9_-]{24}\"");

        var changed =
                admin.put(path, role("first", "posts:read"), "If-Match", read).expect(200);

        assertThat(tag(changed)).isNotEqualTo(read).isEqualTo(tag(admin.get(path)));
        var late = admin.put(path, role("late", "posts:read"), "If-Match", read).expectProblem(412);
        assertThat(late.text("type")).endsWith("/stale");
        assertThat(late.text("detail")).contains("has changed since it was read");
        assertThat(admin.get(path).text("description")).isEqualTo("first");
        admin.put(path, role("any of these", "posts:read"), "If-Match", NEVER + " , W/\"x\", " + tag(changed))
                .expect(200);
        admin.put(path, role("whatever", "posts:read"), "If-Match", "*").expect(200);
        admin.put(path, role("unasked", "posts:read")).expect(200);
        admin.put(path, role("weak", "posts:read"), "If-Match", "W/" + tag(admin.get(path)))
                .expectProblem(412);
    }

    @Test
    void theTagOfARoleIsOfWhatItSaysItself() {
        var admin = server.admin().api();
        var base = newRole("posts:read");
        var heir = newRole("posts:create");
        var inherited = base.substring(base.lastIndexOf('/') + 1);
        var before = tag(admin.put(heir + "/inherits/" + inherited).expect(200));

        admin.put(base, role("more", "posts:update")).expect(200);

        assertThat(tag(admin.get(heir))).isEqualTo(before);
        assertThat(admin.get(heir, "If-None-Match", before).status()).isEqualTo(304);
        admin.put(heir + "/permissions/posts:read").expect(200);
        assertThat(tag(admin.get(heir))).isNotEqualTo(before);
        admin.delete(heir + "/permissions/posts:read").expect(204);
        assertThat(tag(admin.get(heir))).isEqualTo(before);
    }

    @Test
    void aRoleIsDeletedUponWhatWasReadAndNothingElse() {
        var admin = server.admin().api();
        var path = newRole("posts:read");
        var read = tag(admin.get(path));
        admin.put(path, role("since", "posts:read")).expect(200);

        admin.delete(path, "If-Match", read).expectProblem(412);

        admin.delete(path, "If-Match", tag(admin.get(path))).expect(204);
        admin.get(path).expectProblem(404);
        admin.delete(path, "If-Match", "*").expectProblem(404);
    }

    @Test
    void aPolicyIsChangedUponWhatWasReadAndNothingElse() {
        var admin = server.admin().api();
        var path = "/admin/policies/" + Server.name("tagged");
        admin.put(path, policy("too early"), "If-Match", "*").expectProblem(412);
        admin.get(path).expectProblem(404);

        var made = admin.put(path, policy("as read"), "If-None-Match", "*").expect(201);

        assertThat(tag(made)).isEqualTo(tag(admin.get(path)));
        var again = admin.put(path, policy("again"), "If-None-Match", "*").expectProblem(412);
        assertThat(again.text("detail")).contains("exists already");
        admin.put(path, policy("first"), "If-Match", tag(made)).expect(200);
        admin.put(path, policy("late"), "If-Match", tag(made)).expectProblem(412);
        assertThat(admin.get(path).text("description")).isEqualTo("first");
        admin.delete(path, "If-Match", tag(made)).expectProblem(412);
        admin.delete(path, "If-Match", tag(admin.get(path))).expect(204);
        admin.put(path, policy("gone"), "If-Match", tag(made)).expectProblem(412);
    }

    @Test
    void theOrderOfActionsIsNoDifference() {
        var admin = server.admin().api();
        var path = "/admin/policies/" + Server.name("tagged");
        var made = tag(admin.put(path, policy("same")).expect(201));

        var turned = admin.put(path, policy("same").replace("\"fly\",\"land\"", "\"land\",\"fly\""), "If-Match", made)
                .expect(200);

        assertThat(tag(turned)).isEqualTo(made);
        admin.delete(path).expect(204);
    }

    @Test
    void aPreviewIsHeldToTheSame() {
        var admin = server.admin().api();
        var role = newRole("posts:read");
        var policy = "/admin/policies/" + Server.name("tagged");
        var made = tag(admin.put(policy, policy("as read")).expect(201));
        var preview = "?preview=true";

        admin.put(role + preview, role("late", "posts:read"), "If-Match", NEVER).expectProblem(412);
        admin.put(role + preview, role("in time", "posts:read"), "If-Match", tag(admin.get(role)))
                .expect(200);
        admin.delete(role + preview, "If-Match", NEVER).expectProblem(412);
        admin.put(policy + preview, policy("again"), "If-None-Match", "*").expectProblem(412);
        admin.put(policy + preview, policy("in time"), "If-Match", made).expect(200);

        assertThat(tag(admin.get(policy))).isEqualTo(made);
        admin.delete(policy).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"abc", "*, \"abc\"", "\"a\" \"b\"", "W/abc"})
    void aPreconditionThatCannotBeReadSaysHow(String malformed) {
        var admin = server.admin().api();
        var path = newRole("posts:read");

        for (var answer : List.of(
                admin.put(path, role("x", "posts:read"), "If-Match", malformed),
                admin.delete(path, "If-Match", malformed))) {
            answer.expectFault("If-Match");
            assertThat(answer.text("detail")).contains("`ETag` of the role");
        }
        assertThat(admin.get(path).text("description")).isEqualTo("as read");
    }

    @Test
    void whatOnlyCreatesNamesNoTag() {
        var admin = server.admin().api();
        var path = "/admin/policies/" + Server.name("tagged");

        admin.put(path, policy("x"), "If-None-Match", NEVER).expectFault("If-None-Match");
        admin.put(path, policy("x"), "If-None-Match", "*", "If-Match", "*").expectFault("If-None-Match");
        admin.get(path).expectProblem(404);
    }

    @Test
    void whoeverMayNotChangeItLearnsNothingOfWhatStands() {
        var path = newRole("posts:read");
        var stranger = server.join().api();

        stranger.put(path, role("x", "posts:read"), "If-Match", NEVER).expectProblem(403);
        stranger.delete(path, "If-Match", NEVER).expectProblem(403);
    }
}
