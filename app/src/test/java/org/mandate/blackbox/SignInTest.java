package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class SignInTest {

    private static final String ALL_SCOPES = "users:read users:write posts:read posts:write posts:delete admin";

    @Parameter
    Server server;

    @Test
    void registersAUserWithTheRoleUser() {
        var name = Server.name("new");
        var registered = register(name, name + "@example.org").expect(201);

        assertThat(registered.text("username")).isEqualTo(name);
        assertThat(registered.body()).doesNotContain("password", Server.PASSWORD);
        assertThat(registered.header("Mandate-Position")).isPresent();
        var permissions = Person.signIn(server.api(), name, Server.PASSWORD)
                .api()
                .get("/users/me/permissions")
                .expect(200);
        assertThat(permissions.body()).contains("posts:read", "posts:create").doesNotContain("posts:delete");
    }

    @Test
    void keepsUsernamesAndAddressesUniqueWithoutRegardToCase() {
        var name = Server.name("taken");
        register(name, name + "@example.org").expect(201);

        register(name.toUpperCase(), "other-" + name + "@example.org").expectProblem(409);
        register("other-" + name, name.toUpperCase() + "@Example.ORG").expectProblem(409);
    }

    @Test
    void answersASignInWithTokens() {
        var person = server.join();
        var tokens = login(person.username(), Server.PASSWORD).expect(200);

        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(tokens.json().path("expires_in").asInt()).isPositive();
        assertThat(tokens.text("refresh_token")).isNotBlank();
        assertThat(tokens.text("scope").split(" ")).containsExactlyInAnyOrder(ALL_SCOPES.split(" "));
        var claims = Tokens.claims(tokens.text("access_token"));
        assertThat(claims.propertyNames()).contains("iss", "aud", "sub", "exp", "iat", "jti", "scope");
        var key = Tokens.header(tokens.text("access_token")).path("kid").asString();
        var published = server.api().get("/oauth2/jwks").expect(200);
        assertThat(published
                        .json()
                        .path("keys")
                        .valueStream()
                        .map(each -> each.path("kid").asString()))
                .contains(key);
        assertThat(published.body()).doesNotContain("\"d\":");
    }

    @Test
    void saysNoMoreOfAnUnknownUserThanOfAWrongPassword() {
        var person = server.join();
        var wrong = login(person.username(), "not the password at all").expectProblem(401);
        var unknown = login(Server.name("nobody"), "not the password at all").expectProblem(401);

        assertThat(wrong.text("error")).isEqualTo("invalid_grant");
        assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
        assertThat(wrong.json().propertyNames()).isEqualTo(unknown.json().propertyNames());
    }

    @Test
    void narrowsATokenToTheScopesThatWereAskedFor() {
        var narrow = server.join().with("posts:read");

        narrow.get("/posts").expect(200);
        var refused = narrow.get("/users/me").expectProblem(403);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("insufficient_scope", "scope=\"users:read\""));
    }

    @Test
    void replacesARefreshTokenAndRevokesItsFamilyWhenTheOldOneComesAgain() {
        var person = server.join();
        var second = refresh(person.refresh()).expect(200);
        server.api().as(second.text("access_token")).get("/users/me").expect(200);

        assertThat(refresh(person.refresh()).expectProblem(401).text("error")).isEqualTo("invalid_grant");
        refresh(second.text("refresh_token")).expectProblem(401);
        server.api().as(second.text("access_token")).get("/users/me").expectProblem(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        var person = server.join();
        var other = Person.signIn(server.api(), person.username(), Server.PASSWORD);

        person.api().post("/auth/logout").expect(200, 204);

        person.api().get("/users/me").expectProblem(401);
        refresh(person.refresh()).expectProblem(401);
        other.api().get("/users/me").expect(200);
    }

    @Test
    void refusesSomebodyWhoWasDeactivated() {
        var person = server.join();
        server.admin()
                .api()
                .patch("/admin/users/" + person.id(), "{\"active\":false}")
                .expect(200);

        person.api().get("/users/me").expectProblem(401);
        login(person.username(), Server.PASSWORD).expectProblem(401);
        refresh(person.refresh()).expectProblem(401);

        server.admin()
                .api()
                .patch("/admin/users/" + person.id(), "{\"active\":true}")
                .expect(200);
        login(person.username(), Server.PASSWORD).expect(200);
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        var person = server.join();
        var elsewhere = Person.signIn(server.api(), person.username(), Server.PASSWORD);
        var changed = "an entirely different passphrase";

        person.api()
                .put("/users/me/password", "{\"current\":\"wrong wrong wrong\",\"new\":\"" + changed + "\"}")
                .expectProblem(400);
        person.api()
                .put("/users/me/password", "{\"current\":\"" + Server.PASSWORD + "\",\"new\":\"" + changed + "\"}")
                .expect(204);

        elsewhere.api().get("/users/me").expectProblem(401);
        login(person.username(), Server.PASSWORD).expectProblem(401);
        login(person.username(), changed).expect(200);
    }

    @Test
    void showsAndChangesOnesOwnProfile() {
        var person = server.join();
        var me = person.api().get("/users/me").expect(200);
        assertThat(me.text("id")).isEqualTo(person.id());
        assertThat(me.text("username")).isEqualTo(person.username());

        person.api().put("/users/me", "{\"fullName\":\"Another Name\"}").expect(200);

        assertThat(person.api().get("/users/me").text("fullName")).isEqualTo("Another Name");
        person.with("users:read").put("/users/me", "{\"fullName\":\"No\"}").expectProblem(403);
    }

    private Answer register(String username, String email) {
        return server.api().post("/auth/register", """
                {"username":"%s","email":"%s","password":"%s"}
                """.formatted(username, email, Server.PASSWORD));
    }

    private Answer login(String username, String password) {
        return server.api().form("/auth/login", Map.of("username", username, "password", password));
    }

    private Answer refresh(String token) {
        return server.api().form("/auth/refresh", Map.of("refresh_token", token));
    }
}
