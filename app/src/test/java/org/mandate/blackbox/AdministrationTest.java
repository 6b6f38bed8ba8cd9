package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class AdministrationTest {

    @Parameter
    Server server;

    @Test
    void isOpenToAdministratorsAlone() {
        var user = server.join().api();
        for (var path : List.of("/admin/dashboard", "/admin/users", "/admin/roles", "/admin/permissions")) {
            user.get(path).expectProblem(403);
            server.admin().api().get(path).expect(200);
        }
        server.join("moderator").api().get("/admin/users").expect(200);
        server.join("moderator").api().get("/admin/roles").expectProblem(403);
        server.admin().with("posts:read").get("/admin/dashboard").expectProblem(403);
    }

    @Test
    void createsChangesAndErasesAUser() {
        var admin = server.admin().api();
        var name = Server.name("made");
        var made = admin.post("/admin/users", """
                {"username":"%s","email":"%s@example.org","password":"%s","roles":["editor"]}
                """.formatted(name, name, Server.PASSWORD))
                .expect(201);
        admin.post("/admin/users", """
                {"username":"x%s","email":"x%s@example.org","password":"%s","roles":["no-such"]}
                """.formatted(name, name, Server.PASSWORD)).expectProblem(400);
        var path = "/admin/users/" + made.text("id");

        var read = admin.get(path).expect(200);
        assertThat(read.json().propertyNames())
                .contains("id", "username", "email", "active", "createdAt", "attributes", "roles", "permissions");
        assertThat(read.json().path("roles").findValuesAsString("role")).contains("editor");
        assertThat(Person.signIn(server.api(), name, Server.PASSWORD).id()).isEqualTo(made.text("id"));
        var changed = admin.patch(path, "{\"fullName\":\"Given Name\",\"attributes\":{\"team\":\"blue\"}}")
                .expect(200);
        assertThat(changed.text("fullName")).isEqualTo("Given Name");
        assertThat(admin.get("/admin/users?q=" + name).expect(200).items()).hasSize(1);

        admin.delete(path).expect(200, 204);

        admin.get(path).expectProblem(404);
        assertThat(admin.get("/admin/users?q=" + name).expect(200).items()).isEmpty();
    }

    @Test
    void grantsAndRevokesWithEffectOnTheNextRequest() {
        var admin = server.admin().api();
        var person = server.join();
        var post = server.join().writes("Contested", true);
        var roles = "/admin/users/" + person.id() + "/roles/moderator";

        person.api().delete("/posts/" + post).expectProblem(403);
        var first = admin.post(roles, "{\"reason\":\"to help out\"}").expect(200, 201);
        assertThat(first.text("role")).isEqualTo("moderator");
        assertThat(first.text("grantedBy")).isEqualTo(server.admin().id());
        assertThat(first.json().propertyNames()).contains("id", "grantedAt");
        assertThat(admin.post(roles, "{\"reason\":\"to help out\"}").expect(200).text("id"))
                .isEqualTo(first.text("id"));
        person.api().get("/admin/users").expect(200);

        admin.delete(roles).expect(200, 204);

        person.api().get("/admin/users").expectProblem(403);
        person.api().delete("/posts/" + post).expectProblem(403);
    }

    @Test
    void limitsAGrantToOneResource() {
        var admin = server.admin().api();
        var author = server.join();
        var one = author.writes("One", true);
        var other = author.writes("Other", true);
        var helper = server.join();

        admin.post("/admin/users/" + helper.id() + "/roles/editor", """
                {"resource":{"type":"posts","id":"%s"}}
                """.formatted(one))
                .expect(200, 201);

        helper.api().put("/posts/" + one, "{\"title\":\"Edited\"}").expect(200);
        helper.api().put("/posts/" + other, "{\"title\":\"Edited\"}").expectProblem(403);
    }

    @Test
    void limitsAGrantToNetworksAndToTime() {
        var admin = server.admin().api();
        var elsewhere = server.join();
        var former = server.join();
        var here = server.join();

        admin.post("/admin/users/" + elsewhere.id() + "/roles/moderator", "{\"networks\":[\"203.0.113.0/24\"]}")
                .expect(200, 201);
        admin.post("/admin/users/" + former.id() + "/roles/moderator", "{\"validUntil\":\"2020-01-01T00:00:00Z\"}")
                .expect(200, 201);
        admin.post("/admin/users/" + here.id() + "/roles/moderator", "{\"networks\":[\"127.0.0.0/8\",\"::1\"]}")
                .expect(200, 201);

        elsewhere.api().get("/admin/users").expectProblem(403);
        former.api().get("/admin/users").expectProblem(403);
        here.api().get("/admin/users").expect(200);
    }

    @Test
    void keepsRolesThatInheritAndRefusesCycles() {
        var admin = server.admin().api();
        var base = Server.name("base");
        var upper = Server.name("upper");
        admin.post("/admin/roles", """
                {"name":"%s","description":"reads users","permissions":["users:read"],"inherits":[]}
                """.formatted(base)).expect(201);
        var made = admin.post("/admin/roles", """
                {"name":"%s","description":"more","permissions":["posts:publish"],"inherits":["%s"]}
                """.formatted(upper, base)).expect(201);

        assertThat(made.json().path("effectivePermissions").valueStream().map(each -> each.asString()))
                .containsExactlyInAnyOrder("posts:publish", "users:read");
        admin.put("/admin/roles/" + base + "/inherits/" + upper).expectProblem(409);
        admin.post("/admin/roles", """
                {"name":"%s","description":"again","permissions":[],"inherits":[]}
                """.formatted(base)).expectProblem(409);
        admin.delete("/admin/roles/" + upper + "/inherits/" + base).expect(200, 204);
        admin.delete("/admin/roles/" + upper + "/permissions/posts:publish").expect(200, 204);
        assertThat(admin.get("/admin/roles/" + upper).json().path("effectivePermissions"))
                .isEmpty();
        admin.delete("/admin/roles/" + upper).expect(200, 204);
        admin.get("/admin/roles/" + upper).expectProblem(404);
    }

    @Test
    void namesTheCycleWhateverWayItComes() {
        var admin = server.admin().api();
        var low = Server.name("low");
        var high = Server.name("high");
        imports(low, "", high, low).expect(200);

        var cycle = low + " -> " + high + " -> " + low;
        assertThat(admin.put("/admin/roles/" + low + "/inherits/" + high)
                        .expectProblem(409)
                        .text("detail"))
                .contains(cycle);
        assertThat(admin.put("/admin/roles/" + low, "{\"inherits\":[\"%s\"]}".formatted(high))
                        .expectProblem(409)
                        .text("detail"))
                .contains(cycle);
        assertThat(imports(low, high, high, low)
                        .expectProblem(400)
                        .json()
                        .path("errors")
                        .toString())
                .contains(cycle);
    }

    @Test
    void letsNoEdgeMakeAChainLongerThanItsDefinitionMayBe() {
        var admin = server.admin().api();
        var name = Server.name("step");
        var roles = new ArrayList<String>();
        for (int i = 0; i <= 64; i++) {
            roles.add("{\"name\":\"%s-%d\",\"inherits\":[%s]}"
                    .formatted(name, i, i == 0 ? "" : "\"" + name + "-" + (i - 1) + "\""));
        }
        admin.post("/admin/import", "{\"roles\":[" + String.join(",", roles) + "]}")
                .expect(200);
        var edge = "/admin/roles/" + name + "-0/inherits/user";

        assertThat(admin.put(edge).expectProblem(400).body()).contains("at most 64 steps");
        admin.put("/admin/roles/" + name + "-0", "{\"inherits\":[\"user\"]}").expectProblem(400);
        admin.post("/admin/import", "{\"roles\":[{\"name\":\"%s-0\",\"inherits\":[\"user\"]}]}".formatted(name))
                .expectProblem(400);
        admin.post("/admin/roles", "{\"name\":\"%s-65\",\"inherits\":[\"%1$s-64\"]}".formatted(name))
                .expectProblem(400);
    }

    private Answer imports(String one, String inherited, String other, String inheritedThere) {
        return server.admin().api().post("/admin/import", """
                {"roles":[{"name":"%s","inherits":[%s]},{"name":"%s","inherits":[%s]}]}
                """.formatted(
                        one, quoted(inherited), other, quoted(inheritedThere)));
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "" : "\"" + name + "\"";
    }

    @Test
    void seedsTheCatalogue() {
        var admin = server.admin().api();
        var roles = admin.get("/admin/roles?limit=1000").expect(200).items();
        var permissions = admin.get("/admin/permissions?limit=1000").expect(200).items();

        assertThat(roles.stream().map(role -> role.path("name").asString()))
                .contains("user", "author", "editor", "moderator", "admin", "auditor", "gateway");
        assertThat(permissions.stream()
                        .map(permission -> permission.path("name").asString()))
                .contains(
                        "posts:create",
                        "posts:read",
                        "posts:update",
                        "posts:delete",
                        "posts:publish",
                        "users:read",
                        "audit:read",
                        "history:read",
                        "access:evaluate",
                        "roles:assign",
                        "roles:edit");
    }

    @Test
    void createsAndRetiresPermissions() {
        var admin = server.admin().api();
        var name = Server.name("reports") + ":read";
        var resource = name.substring(0, name.indexOf(':'));
        var body = """
                {"name":"%s","resource":"%s","action":"read","description":"to read reports"}
                """.formatted(name, resource);

        admin.post("/admin/permissions", body).expect(201);
        admin.post("/admin/permissions", body).expectProblem(409);
        admin.delete("/admin/permissions/" + name).expect(200, 204);
        admin.delete("/admin/permissions/" + name).expectProblem(404);
    }

    @Test
    void keepsAnAdministratorWhateverHappens() {
        var first = onlyAdministrator();
        var path = "/admin/users/" + first.id();

        first.api().delete(path + "/roles/admin").expectProblem(409);
        first.api().patch(path, "{\"active\":false}").expectProblem(409);
        first.api().delete(path).expectProblem(409);
    }

    @Test
    void keepsAnAdministratorInARace() {
        var first = onlyAdministrator();
        var second = server.join("admin");

        var answers =
                List.of(revokes(first, second.id()), revokes(second, first.id()), revokes(first, second.id())).stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).anyMatch(answer -> answer.status() < 300);
        var left = first.api().get("/admin/dashboard").status() == 200 ? first : second;
        left.api().get("/admin/dashboard").expect(200);
        left.api().post("/admin/users/" + first.id() + "/roles/admin", "{}").expect(200, 201);
        first.api().get("/admin/dashboard").expect(200);
        first.api().delete("/admin/users/" + second.id() + "/roles/admin").expect(200, 204, 404);
    }

    /** Other tests leave theirs behind. */
    private Person onlyAdministrator() {
        var first = server.admin();
        for (var user :
                first.api().get("/admin/users?role=admin&limit=200").expect(200).items()) {
            var id = user.path("id").asString();
            if (!id.equals(first.id())) {
                first.api().delete("/admin/users/" + id + "/roles/admin").expect(200, 204);
            }
        }
        return first;
    }

    private static CompletableFuture<Answer> revokes(Person admin, String other) {
        return CompletableFuture.supplyAsync(() -> admin.api().delete("/admin/users/" + other + "/roles/admin"));
    }
}
