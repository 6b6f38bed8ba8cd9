package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A write reaches whom its preview said that it would reach. */
@ParameterizedClass
@EnumSource(Server.class)
class PreviewsReachTest {

    @Parameter
    Server server;

    private final String type = Server.name("doc");
    private final String reader = Server.name("reader");
    private final String keeper = Server.name("keeper");
    private final String policy = Server.name("policy");

    @Test
    void reachWhomTheWritesReach() {
        var person = personWithRoles();
        var user = "/admin/users/" + person.id();
        var law = policy("allow", "sign", "subject.attributes.dept == 'law'");

        write(person, "PUT", "/admin/policies/" + policy, policy("allow", "write", ""), "+write");
        write(person, "PATCH", user, "{\"attributes\":{\"dept\":\"law\"}}");
        write(person, "PUT", "/admin/policies/" + policy + "-law", law, "+sign");
        write(person, "PATCH", user, "{\"attributes\":{\"dept\":\"press\"}}", "-sign");
        write(person, "PUT", "/admin/policies/" + policy + "-not", policy("deny", "read", ""), "-read");
        write(person, "DELETE", "/admin/policies/" + policy + "-not", "", "+read");
        write(person, "DELETE", "/admin/policies/" + policy, "", "-write");
    }

    @Test
    void reachWhomWildcardsAndValiditiesReach() {
        var person = personWithRoles();
        var given = "/admin/users/" + person.id() + "/roles/" + keeper;
        var permission = "{\"name\":\"" + type + ":shred\"}";

        write(person, "POST", given, "{\"validFrom\":\"2999-01-01T00:00:00Z\"}", "+*@2999-01-01T00:00:00Z");
        write(person, "POST", given, "{}", "+*");
        write(person, "POST", "/admin/permissions", permission, "+shred");
        write(person, "DELETE", "/admin/permissions/" + type + ":shred", "", "-shred");
    }

    @Test
    void simulationsReachWhomPoliciesReach() {
        var person = personWithRoles();
        var body = """
                {"changes":[{"put":{"policies":[{"id":"%s","effect":"allow","resourceType":"%s","actions":["write"],
                   "roles":["%s"]}]}}],"decisions":{"subject":"%s"}}
                """;

        var api = server.admin().api();
        var path = "/simulations/"
                + api.post("/simulations", body.formatted(policy, type, reader, person.id()))
                        .expect(202)
                        .text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !api.get(path).text("state").equals("running"));
        var reach = api.get(path).expect(200).json().path("reach");
        assertThat(reached(person, reach)).containsExactly("+write");
        assertThat(reach.path("looked")).isEqualTo(reach.path("concerned"));
    }

    private Person personWithRoles() {
        var admin = server.admin().api();
        admin.post("/admin/permissions", "{\"name\":\"" + type + ":read\"}").expect(201);
        admin.post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[\"%s:read\"]}".formatted(reader, type))
                .expect(201);
        admin.post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[\"%s:*\"]}".formatted(keeper, type))
                .expect(201);
        return server.join(reader);
    }

    private String policy(String effect, String action, String condition) {
        return """
                {"effect":"%s","resourceType":"%s","actions":["%s"],"roles":["%s"]%s}
                """.formatted(
                effect, type, action, reader, condition.isEmpty() ? "" : ",\"condition\":\"" + condition + "\"");
    }

    /** Look at a write and make it: both must reach the person alike, and so. */
    private void write(Person person, String method, String path, String body, String... expected) {
        var previewed = send(method, path + "?preview=true", body).expect(200).json();
        var position = send(method, path, body)
                .expect(200, 201, 204)
                .header("Mandate-Position")
                .orElseThrow();
        var made = server.admin()
                .api()
                .get("/history/events/" + position + "/reach")
                .expect(200)
                .json();

        assertThat(reached(person, previewed.path("reach"))).as(path).containsExactly(expected);
        assertThat(reached(person, made.path("reach"))).as(path).containsExactly(expected);
    }

    private Answer send(String method, String path, String body) {
        var api = server.admin().api();
        return switch (method) {
            case "DELETE" -> api.delete(path);
            case "PATCH" -> api.patch(path, body);
            default -> api.json(method, path, body);
        };
    }

    /** Gained and lost actions, each with the moment where it is a later one. */
    private List<String> reached(Person person, JsonNode reach) {
        return Stream.concat(lines(person, reach.path("gain"), "+"), lines(person, reach.path("lose"), "-"))
                .toList();
    }

    private Stream<String> lines(Person person, JsonNode differences, String sign) {
        return differences
                .valueStream()
                .filter(one -> one.path("user").asString().equals(person.id()))
                .flatMap(one -> one.path("permissions")
                        .valueStream()
                        .map(name -> sign
                                + name.asString().substring(type.length() + 1)
                                + (one.has("from") ? "@" + one.path("from").asString() : "")));
    }
}
