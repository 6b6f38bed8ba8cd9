package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody gives what they do not hold themselves, whatever way they take. */
@ParameterizedClass
@EnumSource(Server.class)
class DelegationTest {

    @Parameter
    Server server;

    private Api admin;
    private Api delegate;
    private Person person;
    private String delegateRole;

    @BeforeEach
    void aDelegateWhoHoldsWhatAnEditorHolds() {
        admin = server.admin().api();
        delegateRole = define("delegate", "[\"roles:assign\",\"roles:edit\"]", "[\"editor\"]");
        delegate = server.join(delegateRole).api();
        person = server.join();
    }

    @Test
    void assignsAndRevokesWhatIsHeld() {
        delegate.post("/admin/users/" + person.id() + "/roles/editor", "{}").expect(200, 201);
        delegate.delete("/admin/users/" + person.id() + "/roles/editor").expect(200, 204);
    }

    @Test
    void doesNotAssignMoreAndSaysWhatIsMissing() {
        var refused = delegate.post("/admin/users/" + person.id() + "/roles/moderator", "{}")
                .expectProblem(403);
        assertThat(refused.text("decisionId")).isNotEmpty();
        assertThat(refused.text("detail")).contains("posts:delete", "users:read");
        delegate.post("/admin/users/" + person.id() + "/roles/admin", "{}").expectProblem(403);
        delegate.delete("/admin/users/" + server.admin().id() + "/roles/admin").expectProblem(403);
    }

    @Test
    void editsRolesWithinWhatIsHeld() {
        var made = Server.name("made");
        delegate.post("/admin/roles", """
                {"name":"%s","permissions":["posts:update"],"inherits":["user"]}
                """.formatted(made)).expect(201);
        delegate.put("/admin/roles/" + made + "/permissions/posts:publish", "").expect(200, 201, 204);
        delegate.put("/admin/roles/" + made + "/permissions/posts:delete", "").expectProblem(403);
        delegate.put("/admin/roles/" + made + "/permissions/posts:*", "").expectProblem(403);
        delegate.put("/admin/roles/" + made + "/inherits/moderator", "").expectProblem(403);
        delegate.put("/admin/roles/" + made + "/inherits/admin", "").expectProblem(403);
        delegate.put("/admin/roles/" + made, "{\"permissions\":[\"audit:read\"]}")
                .expectProblem(403);
        delegate.put("/admin/roles/moderator", "{\"permissions\":[]}").expectProblem(403);
        delegate.post("/admin/roles", """
                {"name":"%s","permissions":["*:*"]}
                """.formatted(Server.name("worse"))).expectProblem(403);
        delegate.delete("/admin/roles/" + made).expectProblem(403);
    }

    @Test
    void administersNothingElse() {
        delegate.get("/admin/users").expectProblem(403);
        delegate.get("/admin/dashboard").expectProblem(403);
        delegate.post("/admin/permissions", "{\"name\":\"a:b\"}").expectProblem(403);
        delegate.post("/admin/import", "{\"roles\":[]}").expectProblem(403);
        delegate.post("/admin/users", """
                {"username":"%s","email":"x@example.org","password":"%s","roles":["editor"]}
                """.formatted(Server.name("new"), Server.PASSWORD))
                .expectProblem(403);
    }

    @Test
    void administersNothingByAGrantThatIsLimitedToAResource() {
        var limited = server.join();
        admin.post("/admin/users/" + limited.id() + "/roles/" + delegateRole, """
                {"resource":{"type":"roles","id":"editor"}}
                """)
                .expect(200, 201);

        limited.api()
                .post("/admin/users/" + person.id() + "/roles/editor", "{}")
                .expectProblem(403);
    }

    @Test
    void givesNothingThatOutlastsWhatIsHeld() {
        var limited = holder("{\"validUntil\":\"2999-01-01T00:00:00Z\"}");

        var refused = give(limited, "{}").expectProblem(403);
        assertThat(refused.text("detail")).contains("roles:assign", "one's own grants are limited", "without an end");
        give(limited, "{\"validUntil\":\"2999-01-01T00:00:01Z\"}").expectProblem(403);
        give(limited, "{\"validUntil\":\"2999-01-01T00:00:00Z\"}").expect(200, 201);
    }

    @Test
    void givesNothingThatHoldsFromFurtherAway() {
        var limited = holder("{\"networks\":[\"127.0.0.0/8\",\"::1\"]}");

        give(limited, "{}").expectProblem(403);
        give(limited, "{\"networks\":[\"127.0.0.0/8\",\"10.0.0.0/8\"]}").expectProblem(403);
        give(limited, "{\"networks\":[\"127.0.0.0/9\"]}").expect(200, 201);
    }

    @Test
    void addsNothingToRolesWithoutTheLimitsOfItsOwnGrant() {
        var made = define("made", "[]", "[]");
        var limited = holder("{\"validUntil\":\"2999-01-01T00:00:00Z\"}");

        limited.put("/admin/roles/" + made + "/permissions/posts:update", "").expectProblem(403);
        limited.put("/admin/roles/" + made + "/inherits/editor", "").expectProblem(403);
        limited.put("/admin/roles/" + made, "{\"permissions\":[\"posts:update\"]}")
                .expectProblem(403);
        delegate.put("/admin/roles/" + made + "/permissions/posts:update", "").expect(200, 201, 204);
    }

    @Test
    void isNoAdministratorForLongerThanItsOwnGrant() {
        var limited = server.join();
        admin.post("/admin/users/" + limited.id() + "/roles/admin", "{\"validUntil\":\"2999-01-01T00:00:00Z\"}")
                .expect(200, 201);
        var api = limited.api();

        var refused =
                api.post("/admin/users/" + person.id() + "/roles/admin", "{}").expectProblem(403);
        assertThat(refused.text("detail")).contains("admin", "one's own grants are limited");
        api.post("/admin/users/" + person.id() + "/roles/editor", "{\"validUntil\":\"2998-01-01T00:00:00Z\"}")
                .expect(200, 201);
        api.put("/admin/policies/" + Server.name("mine"), """
                {"effect":"allow","resourceType":"*","actions":["*"]}
                """).expectProblem(403);
        api.post("/admin/users", """
                {"username":"%s","email":"%1$s@example.org","password":"%s","roles":["editor"]}
                """.formatted(Server.name("new"), Server.PASSWORD))
                .expectProblem(403);
        api.get("/admin/dashboard").expect(200);
        imports(api, "\"editor\"").expectProblem(403);
        imports(api, "{\"role\":\"editor\",\"validUntil\":\"2999-06-01T00:00:00Z\"}")
                .expectProblem(403);
        imports(api, "{\"role\":\"editor\",\"validUntil\":\"2998-06-01T00:00:00Z\"}")
                .expect(200);
    }

    @Test
    void takesNoDenialOffAnybodyWithoutBeingAllowedTheSame() {
        var denial = aDenial();
        var self = server.join(delegateRole);
        for (var who : new Person[] {person, self}) {
            admin.post(held(who, denial.carrier()), "{}").expect(200, 201);
            admin.post(held(who, denial.suspended()), "{}").expect(200, 201);
        }

        for (var giver : new Api[] {self.api(), delegate}) {
            for (var who : new Person[] {person, self}) {
                assertThat(giver.delete(held(who, denial.carrier()))
                                .expectProblem(403)
                                .text("detail"))
                        .contains("policy `" + denial.policy() + "` denies holders of");
                giver.delete(held(who, denial.suspended())).expectProblem(403);
            }
            var carrier = "/admin/roles/" + denial.carrier();
            giver.delete(carrier + "/inherits/" + denial.suspended()).expectProblem(403);
            giver.put(carrier, "{\"inherits\":[]}").expectProblem(403);
            giver.put(carrier, "{\"inherits\":[\"%s\"]}".formatted(denial.suspended()))
                    .expect(200);
        }

        admin.delete(held(self, denial.suspended())).expect(200, 204);
        admin.delete("/admin/policies/" + denial.policy()).expect(200, 204);
        delegate.delete(held(person, denial.suspended())).expect(200, 204);
    }

    @Test
    void relaxesNoDenialAsAnAdministratorForAWhile() {
        var denial = aDenial();
        var limited = server.join();
        admin.post(held(limited, "admin"), "{\"validUntil\":\"2999-01-01T00:00:00Z\"}")
                .expect(200, 201);
        var policy = "/admin/policies/" + denial.policy();
        var relaxed = denial.body().replace("delete", "read");
        var imported = "{\"policies\":[" + relaxed.replaceFirst("\\{", "{\"id\":\"" + denial.policy() + "\",") + "]}";

        var api = limited.api();
        api.delete(policy).expectProblem(403);
        api.put(policy, relaxed).expectProblem(403);
        api.post("/admin/import", imported).expectProblem(403);
        api.delete("/admin/roles/" + denial.carrier()).expectProblem(403);

        admin.delete("/admin/roles/" + denial.carrier() + "/inherits/" + denial.suspended())
                .expect(200, 204);
        admin.post("/admin/import", imported).expect(200);
        admin.put(policy, denial.body()).expect(200);
        admin.delete(policy).expect(200, 204);
    }

    /** A policy that denies holders of a role something, and a role that inherits that. */
    private record Denial(String policy, String body, String suspended, String carrier) {}

    private Denial aDenial() {
        var suspended = define("suspended", "[]", "[]");
        var carrier = define("carrier", "[]", "[\"" + suspended + "\"]");
        var policy = Server.name("deny");
        var body = """
                {"effect":"deny","resourceType":"posts","actions":["delete"],"roles":["%s"]}
                """.formatted(suspended);
        admin.put("/admin/policies/" + policy, body).expect(200, 201);
        return new Denial(policy, body, suspended, carrier);
    }

    private static String held(Person who, String role) {
        return "/admin/users/" + who.id() + "/roles/" + role;
    }

    @Test
    void givesNothingWithoutEndThatItHoldsForAWhile() {
        var until = "{\"validUntil\":\"2999-01-01T00:00:00Z\"}";
        var self = server.join();
        admin.post("/admin/users/" + self.id() + "/roles/" + delegateRole, until)
                .expect(200, 201);
        var chief = server.join();
        admin.post("/admin/users/" + chief.id() + "/roles/admin", until).expect(200, 201);

        var refused = self.api()
                .post("/admin/users/" + self.id() + "/roles/" + delegateRole, "{}")
                .expectProblem(403);
        assertThat(refused.text("detail")).contains("given here: without an end, from everywhere");
        refused = chief.api()
                .post("/admin/users/" + chief.id() + "/roles/admin", "{}")
                .expectProblem(403);
        assertThat(refused.text("detail")).contains("given here: without an end, from everywhere");
    }

    private static Answer imports(Api api, String role) {
        return api.post("/admin/import", """
                {"subjects":[{"type":"service","id":"%s","roles":[%s]}]}
                """.formatted(Server.name("service"), role));
    }

    private Api holder(String terms) {
        var limited = server.join();
        admin.post("/admin/users/" + limited.id() + "/roles/" + delegateRole, terms)
                .expect(200, 201);
        return limited.api();
    }

    private Answer give(Api giver, String terms) {
        return giver.post("/admin/users/" + person.id() + "/roles/editor", terms);
    }

    private String define(String name, String permissions, String inherits) {
        var made = Server.name(name);
        admin.post("/admin/roles", """
                {"name":"%s","permissions":%s,"inherits":%s}
                """.formatted(made, permissions, inherits)).expect(201);
        return made;
    }
}
