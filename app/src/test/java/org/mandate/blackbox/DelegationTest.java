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

    private String define(String name, String permissions, String inherits) {
        var made = Server.name(name);
        admin.post("/admin/roles", """
                {"name":"%s","permissions":%s,"inherits":%s}
                """.formatted(made, permissions, inherits)).expect(201);
        return made;
    }
}
