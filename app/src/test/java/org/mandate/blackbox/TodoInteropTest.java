package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Todo application of the AuthZEN interop, on the example catalogue in the documentation: every case of the set, asked
 * alone, in a batch, and by each search.
 */
@ParameterizedClass
@EnumSource(Server.class)
class TodoInteropTest {

    private static final Path CATALOGUE = Path.of("../docs/examples/todo-catalogue.json");
    private static final JsonNode SET = read("/authzen/todo/decisions-authorization-api-1_0-02.json");
    private static final List<JsonNode> CASES =
            SET.path("evaluation").valueStream().toList();
    private static final List<JsonNode> BATCHES =
            SET.path("evaluations").valueStream().toList();

    @Parameter
    Server server;

    @BeforeEach
    void importsTheExample() throws IOException {
        server.admin().api().post("/admin/import", Files.readString(CATALOGUE)).expect(200);
        assertThat(CASES).hasSize(40);
        assertThat(BATCHES).hasSize(3);
    }

    @Test
    void decidesEachCase() {
        for (var one : CASES) {
            assertThat(ask("evaluation", one.path("request")).body())
                    .as(one.toString())
                    .isEqualTo("{\"decision\":" + one.path("expected") + "}");
        }
    }

    @Test
    void decidesTheBatches() {
        for (var one : BATCHES) {
            assertThat(ask("evaluations", one.path("request")).json().path("evaluations"))
                    .as(one.toString())
                    .hasToString(one.path("expected").toString());
        }
    }

    @Test
    void decidesAllCasesAtOnce() {
        var all = JsonNodeFactory.instance.objectNode();
        var items = all.putArray("evaluations");
        CASES.forEach(one -> items.add(one.path("request")));

        assertThat(ask("evaluations", all).body())
                .isEqualTo(CASES.stream()
                        .map(one -> "{\"decision\":" + one.path("expected") + "}")
                        .collect(Collectors.joining(",", "{\"evaluations\":[", "]}")));
    }

    @Test
    void findsTheSubjectOfEachCaseWhereItIsAllowed() {
        for (var one : CASES) {
            var answer = ask("search/subject", without(one, "subject", "id")).json();
            assertFound(one, answer, "id", one.at("/request/subject/id").asString());
        }
    }

    @Test
    void findsTheResourceOfEachCaseWhereItIsAllowed() {
        // The users of the set are resources under other ids than they are subjects.
        var todos = CASES.stream()
                .filter(one -> one.at("/request/resource/type").asString().equals("todo"))
                .toList();
        assertThat(todos).hasSize(30);
        for (var one : todos) {
            var answer = ask("search/resource", without(one, "resource", "id")).json();
            assertFound(one, answer, "id", one.at("/request/resource/id").asString());
        }
    }

    @Test
    void findsTheActionOfEachCaseWhereItIsAllowed() {
        for (var one : CASES) {
            var answer = ask("search/action", without(one, "action", "name")).json();
            assertFound(one, answer, "name", one.at("/request/action/name").asString());
        }
    }

    private static void assertFound(JsonNode one, JsonNode answer, String member, String name) {
        var found = answer.path("results")
                .valueStream()
                .anyMatch(result -> result.path(member).asString().equals(name));
        assertThat(found)
                .as("%s: %s", one, answer)
                .isEqualTo(one.path("expected").asBoolean());
        assertThat(answer.at("/page/next_token").asString()).isEmpty();
    }

    private static JsonNode without(JsonNode one, String entity, String member) {
        var request = (ObjectNode) one.path("request").deepCopy();
        ((ObjectNode) request.path(entity)).remove(member);
        return request;
    }

    private Answer ask(String path, JsonNode body) {
        return server.admin().api().post("/access/v1/" + path, body.toString()).expect(200);
    }

    private static JsonNode read(String resource) {
        try (var stream = TodoInteropTest.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
