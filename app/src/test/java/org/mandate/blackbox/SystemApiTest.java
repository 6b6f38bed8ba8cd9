package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators see of the installation itself. */
@ParameterizedClass
@EnumSource(Server.class)
class SystemApiTest {

    @Parameter
    Server server;

    @Test
    void listsTheSessionsThatStandNewestFirst() {
        var first = server.join();
        var second = server.join();

        var items = admin().get("/admin/sessions?limit=1000").expect(200).items();

        var users = items.stream().map(item -> item.path("user").asString()).toList();
        assertThat(users.indexOf(second.id())).isLessThan(users.indexOf(first.id()));
        assertThat(items.get(users.indexOf(first.id())).propertyNames())
                .containsExactlyInAnyOrder("id", "user", "scopes", "createdAt", "expiresAt");
        assertThat(items.toString()).doesNotContain(first.refresh(), first.access());
    }

    @Test
    void listsTheKeysThatSignTokensWithoutTheKeys() {
        var keys = admin().get("/admin/signing-keys").expect(200).json().path("keys");

        assertThat(keys.get(0).propertyNames()).containsExactlyInAnyOrder("keyId", "signsFrom", "publishedUntil");
        assertThat(admin().get("/oauth2/jwks").expect(200).body())
                .contains(keys.get(0).path("keyId").asString());
        server.join().api().get("/admin/signing-keys").expectProblem(403);
    }

    @Test
    void pagesThroughAllSessionsOnce() {
        server.join();
        server.join();
        server.join();
        var all = admin().get("/admin/sessions?limit=1000").expect(200).items().size();
        var seen = new HashSet<String>();
        var next = "";
        do {
            var page = admin().get("/admin/sessions?limit=2" + next).expect(200);
            page.items()
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            next = page.json().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!next.isEmpty());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(Math.min(all, 4));
    }

    @Test
    void endsASessionWithAllItsTokens() {
        var person = server.join();
        var session = only(person);

        admin().delete("/admin/sessions/" + session).expect(204);

        person.api().get("/posts").expectProblem(401);
        server.api()
                .form("/auth/refresh", Map.of("refresh_token", person.refresh()))
                .expect(400, 401);
        assertThat(admin().get("/admin/sessions?user=" + person.id())
                        .expect(200)
                        .items())
                .isEmpty();
        admin().delete("/admin/sessions/" + session).expectProblem(404);
        Person.signIn(server.api(), person.username(), Server.PASSWORD)
                .api()
                .get("/posts")
                .expect(200);
    }

    @Test
    void showsAndEndsSessionsForAdministratorsAlone() {
        var person = server.join("auditor");
        var session = only(person);
        person.api().get("/admin/sessions").expectProblem(403);
        person.api().delete("/admin/sessions/" + session).expectProblem(403);
        person.api().get("/admin/settings").expectProblem(403);
        admin().get("/admin/sessions?limit=0").expectFault("limit");
        admin().get("/admin/sessions?cursor=x").expectFault("cursor");
        admin().delete("/admin/sessions/" + session + "?preview=true").expectFault("preview");
        person.api().get("/posts").expect(200);
    }

    @Test
    void tellsTheSettingsInForceAndNoSecret() {
        var answer = admin().get("/admin/settings").expect(200);
        var settings = new HashMap<String, String>();
        answer.items()
                .forEach(item -> settings.put(
                        item.path("name").asString(), item.path("value").asString()));

        assertThat(settings)
                .containsEntry("mandate.token.access-lifetime", "2h")
                .containsEntry("mandate.journal.mode", "strict")
                .containsEntry("mandate.admin-password", "set")
                .containsKeys("mandate.base-url", "mandate.trusted-proxies", "spring.datasource.url");
        assertThat(answer.body()).doesNotContain(Server.PASSWORD);
    }

    private String only(Person person) {
        var items =
                admin().get("/admin/sessions?user=" + person.id()).expect(200).items();
        assertThat(items).hasSize(1);
        return items.get(0).path("id").asString();
    }

    private Api admin() {
        return server.admin().api();
    }
}
