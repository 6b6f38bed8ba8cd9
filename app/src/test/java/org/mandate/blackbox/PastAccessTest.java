package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Since when somebody could, through what, by whose doing, and to which resource. */
@ParameterizedClass
@EnumSource(Server.class)
class PastAccessTest {

    @Parameter
    Server server;

    @Test
    void saysSinceWhenARoleGaveThePermission() {
        var things = things();
        var role = role(things + ":read");
        var person = server.join(role);
        var written = things + ":write";
        admin().post("/admin/permissions", "{\"name\":\"" + written + "\"}").expect(201);
        var editor = server.join();
        var added = at(administers(editor, api -> api.put("/admin/roles/" + role + "/permissions/" + written)));

        var read = origin(person, things + ":read");
        assertThat(instant(read)).isBefore(added);
        assertThat(instant(read)).isEqualTo(granted(person, role));
        assertThat(read.path("by").asString()).isEqualTo(server.admin().id());
        var write = origin(person, written);
        assertThat(instant(write)).isEqualTo(added);
        assertThat(write.path("by").asString()).isEqualTo(editor.id());
    }

    @Test
    void saysSinceWhenAnEdgeOfTheHierarchyGaveThePermission() {
        var things = things();
        var base = role(things + ":read");
        var heir = role();
        var person = server.join(heir);
        var joined = at(admin().put("/admin/roles/" + heir + "/inherits/" + base));

        var origin = origin(person, things + ":read");
        assertThat(origin.path("inheritedFrom").asString()).isEqualTo(base);
        assertThat(instant(origin)).isEqualTo(joined);

        admin().delete("/admin/roles/" + heir + "/inherits/" + base).expect(200, 204);
        var again = at(admin().put("/admin/roles/" + heir + "/inherits/" + base));
        assertThat(instant(origin(person, things + ":read"))).isEqualTo(again);
    }

    @Test
    void saysSinceWhenAWildcardGaveThePermission() {
        var things = things();
        var role = role();
        admin().put("/admin/roles/" + role + "/permissions/" + things + ":*").expect(200, 201);
        var person = server.join(role);
        var defined = at(admin().post("/admin/permissions", "{\"name\":\"" + things + ":open\"}"));

        assertThat(instant(origin(person, things + ":open"))).isEqualTo(defined);
        assertThat(instant(origin(person, things + ":*"))).isEqualTo(granted(person, role));
    }

    @Test
    void saysSinceWhenAnAssignmentCounted() {
        var things = things();
        var role = role(things + ":read");
        var person = server.join();
        var begins = Instant.now().plusMillis(300).truncatedTo(ChronoUnit.MILLIS);
        admin().post("/admin/users/" + person.id() + "/roles/" + role, "{\"validFrom\":\"" + begins + "\"}")
                .expect(201);
        await().until(() -> Instant.now().isAfter(begins.plusMillis(50)));

        assertThat(instant(origin(person, things + ":read"))).isEqualTo(begins);

        var favoured = things();
        policy(favoured, role);
        assertThat(instant(origin(person, favoured + ":use"))).isAfter(begins);
    }

    @Test
    void saysSinceWhenAPolicyAllowed() {
        var things = things();
        var role = role();
        var person = server.join();
        var id = Server.name("policy");
        var defined = at(admin().put("/admin/policies/" + id, body(things, role)));
        var given = admin().post("/admin/users/" + person.id() + "/roles/" + role, "{}")
                .expect(201);

        var origin = origin(person, things + ":use");
        assertThat(origin.path("policy").asString()).isEqualTo(id);
        assertThat(instant(origin))
                .isEqualTo(Instant.parse(given.text("grantedAt")))
                .isAfter(defined);
        assertThat(origin.path("by").asString()).isEqualTo(server.admin().id());

        var later = things();
        var editor = server.join();
        var changed = at(administers(editor, api -> api.put("/admin/policies/" + id, body(later, role))));
        assertThat(instant(origin(person, later + ":use"))).isEqualTo(changed);
        assertThat(origin(person, later + ":use").path("by").asString()).isEqualTo(editor.id());
    }

    @Test
    void namesAHolderForEachResource() {
        var things = things();
        var role = role(things + ":read");
        var person = server.join();
        for (var id : List.of("b", "a")) {
            admin().post(
                            "/admin/users/" + person.id() + "/roles/" + role,
                            "{\"resource\":{\"type\":\"%s\",\"id\":\"%s\"}}".formatted(things, id))
                    .expect(201);
        }
        var path = "/history/permissions/" + things + ":read/holders?at=position:"
                + admin().get("/history/users/" + person.id() + "/access")
                        .header("Mandate-Position")
                        .orElseThrow();

        var both = admin().get(path).expect(200).items();
        assertThat(resources(both, person)).containsExactly("a", "b");
        assertThat(both.get(0).path("because").size()).isEqualTo(1);
        var paged = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = admin().get(path + "&limit=1" + next).expect(200);
            assertThat(page.items().size()).isLessThanOrEqualTo(1);
            paged.addAll(page.items());
            next = page.json().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!next.isEmpty());
        assertThat(paged).isEqualTo(both);

        admin().post("/admin/users/" + person.id() + "/roles/" + role, "{}").expect(201);
        var whole = admin().get(path.substring(0, path.indexOf('?'))).expect(200).items().stream()
                .filter(item -> item.path("id").asString().equals(person.id()))
                .toList();
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).has("resource")).isFalse();
        assertThat(whole.get(0).path("because").size()).isEqualTo(3);
    }

    private static List<String> resources(List<JsonNode> holders, Person person) {
        return holders.stream()
                .filter(item -> item.path("id").asString().equals(person.id()))
                .map(item -> item.path("resource").path("id").asString())
                .toList();
    }

    private void policy(String things, String role) {
        admin().put("/admin/policies/" + Server.name("policy"), body(things, role))
                .expect(200, 201);
    }

    private static String body(String things, String role) {
        return "{\"effect\":\"allow\",\"resourceType\":\"%s\",\"actions\":[\"use\"],\"roles\":[\"%s\"]}"
                .formatted(things, role);
    }

    private JsonNode origin(Person person, String permission) {
        var from = admin().get("/history/users/" + person.id() + "/access")
                .expect(200)
                .json()
                .path("permissions")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(permission))
                .findFirst()
                .orElseThrow()
                .path("from");
        assertThat(from.size()).isEqualTo(1);
        return from.get(0);
    }

    private Instant granted(Person person, String role) {
        return admin().get("/history/users/" + person.id() + "/access")
                .json()
                .path("roles")
                .valueStream()
                .filter(one -> one.path("role").asString().equals(role))
                .map(PastAccessTest::instant)
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(JsonNode origin) {
        return Instant.parse(origin.path("since").asString());
    }

    /** Does it as an administrator, who is none afterwards: other tests need the first one to be the last. */
    private Answer administers(Person person, Function<Api, Answer> write) {
        var path = "/admin/users/" + person.id() + "/roles/admin";
        admin().post(path, "{}").expect(201);
        try {
            return write.apply(person.api());
        } finally {
            admin().delete(path).expect(200, 204);
        }
    }

    /** When the event that the write produced was recorded. */
    private Instant at(Answer write) {
        var position = write.expect(200, 201).header("Mandate-Position").orElseThrow();
        return admin().get("/history/events?from=position:" + position + "&limit=1").items().stream()
                .map(event -> Instant.parse(event.path("at").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static String things() {
        return Server.name("thing");
    }

    private String role(String... permissions) {
        var name = Server.name("role");
        for (var permission : permissions) {
            admin().post("/admin/permissions", "{\"name\":\"" + permission + "\"}")
                    .expect(201);
        }
        var listed = List.of(permissions).stream().map(one -> "\"" + one + "\"").toList();
        admin().post("/admin/roles", "{\"name\":\"%s\",\"permissions\":%s}".formatted(name, listed))
                .expect(201);
        return name;
    }

    private Api admin() {
        return server.admin().api();
    }
}
