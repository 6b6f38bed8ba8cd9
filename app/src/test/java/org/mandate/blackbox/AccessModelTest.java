package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class AccessModelTest {

    @Parameter
    Server server;

    private static String policy(String role) {
        return """
                {"effect":"allow","resourceType":"vans","actions":["read"],"roles":["%s"],
                 "condition":"subject.attributes.level > 2"}""".formatted(role);
    }

    @Test
    void isOpenToAdministratorsAlone() {
        var user = server.join().api();
        for (var path : List.of("/admin/policies", "/admin/constraints", "/admin/entities/vans/none")) {
            user.get(path).expectProblem(403);
            server.api().get(path).expectProblem(401);
            server.admin().with("posts:read").get(path).expectProblem(403);
        }
    }

    @Test
    void putsReadsListsAndRetiresAPolicy() {
        var admin = server.admin().api();
        var path = "/admin/policies/" + Server.name("policy");

        var made = admin.put(path, policy("editor")).expect(201);
        assertThat(made.header("Location")).hasValue(path);
        assertThat(made.header("Mandate-Position")).isPresent();
        assertThat(made.text("condition")).isEqualTo("subject.attributes.level > 2");
        assertThat(admin.get(path).expect(200).json()).isEqualTo(made.json());
        var changed = admin.put(path, "{\"effect\":\"deny\",\"resourceType\":\"*\",\"actions\":\"*\"}")
                .expect(200);
        assertThat(changed.json().path("actions").toString()).isEqualTo("[\"*\"]");
        assertThat(changed.json().has("condition")).isFalse();
        assertThat(admin.get("/admin/policies?limit=1000").expect(200).items()).contains(changed.json());

        admin.delete(path).expect(204);

        admin.get(path).expectProblem(404);
        admin.delete(path).expectProblem(404);
        assertThat(admin.get("/admin/policies?limit=1000").expect(200).items()).doesNotContain(changed.json());
    }

    @Test
    void saysWhatIsWrongWithAPolicy() {
        var admin = server.admin().api();
        var path = "/admin/policies/" + Server.name("faulty");
        var plain = "{\"effect\":\"allow\",\"resourceType\":\"vans\",\"actions\":[\"read\"]";

        var condition =
                admin.put(path, plain + ",\"condition\":\"subject.id ==\"}").expectFault("condition");
        assertThat(condition.json().path("errors").get(0).path("message").asString())
                .startsWith("line 1, column ");
        admin.put(path, plain + ",\"condition\":\"1 + 1\"}").expectFault("condition");
        admin.put(path, plain + ",\"condition\":\"\"}").expectFault("condition");
        admin.put(path, plain + ",\"roles\":[\"nobody-has-it\"]}").expectFault("roles");
        admin.put(path, plain + ",\"id\":\"another\"}").expectFault("id");
        admin.put(path, plain + ",\"rules\":[]}").expectFault("rules");
        admin.put(path, "{\"effect\":\"allow\",\"actions\":[\"read\"]}").expectFault("resourceType");
        admin.put(path, plain.replace("vans", "policies") + "}").expectFault("resourceType");
        admin.put(path, plain.replace("allow", "maybe") + "}").expectFault("effect");
        admin.get(path).expectProblem(404);
    }

    @Test
    void keepsARoleThatAPolicyNames() {
        var admin = server.admin().api();
        var role = Server.name("named");
        var path = "/admin/policies/" + Server.name("naming");
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(role)).expect(201);
        admin.put(path, policy(role)).expect(201);

        var refused = admin.delete("/admin/roles/" + role).expectProblem(409);

        assertThat(refused.text("detail")).contains(path.substring(path.lastIndexOf('/') + 1));
        admin.delete(path).expect(204);
        admin.delete("/admin/roles/" + role).expect(204);
    }

    @Test
    void definesAndRetiresAConstraint() {
        var admin = server.admin().api();
        var buyer = Server.name("buyer");
        var payer = Server.name("payer");
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(buyer)).expect(201);
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(payer)).expect(201);
        var body = "{\"roles\":[\"%s\",\"%s\"],\"max\":1}".formatted(buyer, payer);

        var made = admin.post("/admin/constraints", body).expect(201);
        assertThat(made.header("Mandate-Position")).isPresent();
        var path = "/admin/constraints/" + made.text("id");
        assertThat(made.header("Location")).hasValue(path);
        assertThat(admin.get(path).expect(200).json()).isEqualTo(made.json());
        assertThat(admin.get("/admin/constraints?limit=1000").expect(200).items())
                .contains(made.json());
        admin.post("/admin/constraints", body.replace("{\"roles", "{\"id\":\"" + made.text("id") + "\",\"roles"))
                .expectProblem(409);
        admin.post("/admin/constraints", "{\"roles\":[\"%s\",\"ghost\"],\"max\":1}".formatted(buyer))
                .expectFault("roles");
        admin.post("/admin/constraints", "{\"roles\":[\"%s\"],\"max\":1}".formatted(buyer))
                .expectFault("roles");
        admin.post("/admin/constraints", body.replace("1}", "2}")).expectFault("max");

        admin.delete(path).expect(204);

        admin.get(path).expectProblem(404);
        admin.delete(path).expectProblem(404);
    }

    @Test
    void namesWhoeverHoldsTooManyRoles() {
        var admin = server.admin().api();
        var buyer = Server.name("buyer");
        var payer = Server.name("payer");
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(buyer)).expect(201);
        admin.post("/admin/roles", "{\"name\":\"%s\"}".formatted(payer)).expect(201);
        var both = server.join(buyer, payer);
        var one = server.join(buyer);
        var constraint = "{\"roles\":[\"%s\",\"%s\"],\"max\":1}".formatted(buyer, payer);

        var violated = admin.post("/admin/constraints", constraint).expectProblem(409);
        assertThat(violated.text("detail"))
                .contains("user `" + both.username() + "`")
                .doesNotContain(both.id());

        admin.delete("/admin/users/" + both.id() + "/roles/" + payer).expect(204);
        admin.post("/admin/constraints", constraint).expect(201);
        assertThat(admin.post("/admin/users/" + one.id() + "/roles/" + payer, "{}")
                        .expectProblem(409)
                        .text("detail"))
                .contains("user `" + one.username() + "`")
                .doesNotContain(one.id());

        var newcomer = Server.name("newcomer");
        var imported = admin.post("/admin/import", """
                {"subjects":[{"type":"user","username":"%s","roles":["%s","%s"]},
                             {"type":"user","username":"%s","roles":["%s"]},
                             {"type":"robot","id":"r-1","roles":["%2$s","%3$s"]}]}
                """.formatted(newcomer, buyer, payer, one.username(), payer))
                .expectProblem(409);
        assertThat(imported.text("detail"))
                .contains("user `" + newcomer + "`", "user `" + one.username() + "`", "robot `r-1`");
    }

    @Test
    void keepsEntitiesWhoseIdsHaveSlashes() {
        var admin = server.admin().api();
        for (var id : List.of("a/b", "https://example.org/vans/7", "50%/a")) {
            var path = "/admin/entities/vans/" + URLEncoder.encode(id, StandardCharsets.UTF_8);

            var made = admin.put(path, "{\"attributes\":{\"seats\":7}}").expect(200, 201);

            assertThat(made.text("id")).isEqualTo(id);
            made.header("Location").ifPresent(location -> assertThat(location).endsWith(path.substring(21)));
            assertThat(admin.get(path)
                            .expect(200)
                            .json()
                            .at("/attributes/seats")
                            .asInt())
                    .isEqualTo(7);
            admin.delete(path).expect(204);
            admin.get(path).expectProblem(404);
        }
        admin.get("/admin/entities/vans/a%2F..%2F..%2Fusers").expectProblem(404);
        admin.get("/admin/entities/vans/../../users").expectProblem(400);
        admin.get("/admin/roles/a%2Fb").expectProblem(400);
    }

    @Test
    void describesAndForgetsAnEntity() {
        var admin = server.admin().api();
        var path = "/admin/entities/vans/" + Server.name("van");

        var made = admin.put(path, "{\"attributes\":{\"seats\":3,\"gone\":null,\"depot\":{\"city\":\"Ulm\"}}}")
                .expect(201);
        assertThat(made.header("Location")).hasValue(path);
        assertThat(made.header("Mandate-Position")).isPresent();
        assertThat(made.json().path("attributes").propertyNames()).containsExactlyInAnyOrder("seats", "depot");
        admin.put(path, "{\"attributes\":{\"seats\":4}}").expect(200);
        assertThat(admin.get(path).expect(200).json().path("attributes").toString())
                .isEqualTo("{\"seats\":4}");
        admin.put(path, "{}").expectFault("attributes");
        admin.put("/admin/entities/user/x", "{\"attributes\":{}}").expectFault("type");
        admin.put("/admin/entities/posts/x", "{\"attributes\":{}}").expectFault("type");

        admin.delete(path).expect(204);

        admin.get(path).expectProblem(404);
        admin.delete(path).expectProblem(404);
    }

    @Test
    void importsAndExportsPoliciesConstraintsAndEntities() {
        var admin = server.admin().api();
        var name = Server.name("fleet");
        var catalogue = """
                {"roles":[{"name":"%1$s-a"},{"name":"%1$s-b"}],
                 "entities":[{"type":"vans","id":"%1$s","attributes":{"seats":3}}],
                 "policies":[{"id":"%1$s","effect":"allow","resourceType":"vans","actions":["drive"],"roles":["%1$s-a"],
                              "condition":"resource.attributes.seats < 5"}],
                 "constraints":[{"id":"%1$s","roles":["%1$s-a","%1$s-b"],"max":1}],
                 "subjects":[{"type":"robot","id":"%1$s","attributes":{"arms":2},"roles":["%1$s-a"]}]}
                """.formatted(name);

        var first = admin.post("/admin/import", catalogue).expect(200).json();
        var second = admin.post("/admin/import", catalogue).expect(200).json();

        for (var kind : List.of("entities", "policies", "constraints", "subjects")) {
            assertThat(first.path(kind).path("created").asInt()).as(kind).isEqualTo(1);
            assertThat(second.path(kind).path("unchanged").asInt()).as(kind).isEqualTo(1);
        }
        var question = """
                {"subject":{"type":"robot","id":"%1$s"},"action":{"name":"drive"},"resource":{"type":"vans","id":"%1$s"}}
                """.formatted(name);
        assertThat(admin.post("/access/v1/evaluation", question)
                        .expect(200)
                        .json()
                        .path("decision")
                        .asBoolean())
                .isTrue();
        var exported = admin.get("/admin/export").expect(200).json();
        assertThat(exported.path("policies").findValuesAsString("id")).contains(name);
        assertThat(exported.path("constraints").findValuesAsString("id")).contains(name);
        assertThat(exported.path("entities").findValuesAsString("id")).contains(name);
        for (var suffix : List.of("", "?dryRun=true")) {
            var refused = admin.post("/admin/import" + suffix, """
                    {"subjects":[{"type":"robot","id":"%1$s","roles":["%1$s-b"]}]}""".formatted(name));
            assertThat(refused.expectProblem(409).text("detail")).contains(name);
        }
        admin.post("/admin/import", catalogue.replace("< 5", "<")).expectFault("policies[0].condition");
    }

    @Test
    void importsPoliciesConstraintsAndEntitiesFromYaml() {
        var admin = server.admin().api();
        var name = Server.name("yaml");
        var catalogue = """
                roles: [{name: "%1$s-a"}, {name: "%1$s-b"}]
                policies:
                  - id: %1$s
                    effect: allow
                    resourceType: vans
                    actions: "*"
                    condition: |
                      resource.attributes.seats < 5
                entities:
                  - {type: vans, id: "%1$s", attributes: {seats: 3, tags: [red]}}
                constraints:
                  - {id: "%1$s", roles: ["%1$s-a", "%1$s-b"], max: 1}
                """.formatted(name);

        var answer = admin.send(
                        "POST", "/admin/import", BodyPublishers.ofString(catalogue), "Content-Type", "application/yaml")
                .expect(200)
                .json();

        for (var kind : List.of("entities", "policies", "constraints")) {
            assertThat(answer.path(kind).path("created").asInt()).as(kind).isEqualTo(1);
        }
        assertThat(admin.get("/admin/constraints/" + name)
                        .expect(200)
                        .json()
                        .path("max")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/admin/policies/" + name).expect(200).text("condition"))
                .contains("seats < 5");
    }

    @Test
    void showsTheAttributesOfUsersToConditions() {
        var admin = server.admin().api();
        var name = Server.name("levels");
        var person = server.join();
        admin.put("/admin/policies/" + name, """
                {"effect":"allow","resourceType":"%s","actions":["enter"],"condition":"subject.attributes.level > 2"}
                """.formatted(name)).expect(201);
        var question = """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"enter"},"resource":{"type":"%s","id":"1"}}
                """.formatted(person.id(), name);

        assertThat(decision(admin, question)).isFalse();
        admin.patch("/admin/users/" + person.id(), "{\"attributes\":{\"level\":3}}")
                .expect(200);
        assertThat(decision(admin, question)).isTrue();
        admin.delete("/admin/policies/" + name).expect(204);
        assertThat(decision(admin, question)).isFalse();
    }

    private static boolean decision(Api api, String question) {
        return api.post("/access/v1/evaluation", question)
                .expect(200)
                .json()
                .path("decision")
                .asBoolean();
    }
}
