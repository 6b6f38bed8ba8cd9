package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the description of the surface says of previews and of work that takes long. */
class DescriptionTest {

    @Test
    void namesThePreviewOfEveryAdministrativeWrite() {
        var paths = description().path("paths");
        for (var path : paths.propertyNames()) {
            for (var method : List.of("post", "put", "patch", "delete")) {
                var call = paths.path(path).path(method);
                if (call.isMissingNode()) {
                    continue;
                }
                var previewed = path.startsWith("/admin/") && !path.startsWith("/admin/projections/");
                assertThat(call.path("parameters").findValuesAsString("name").contains("preview"))
                        .as(method + " " + path)
                        .isEqualTo(previewed);
                if (previewed) {
                    assertThat(call.path("responses").path("200").toString())
                            .as(method + " " + path)
                            .contains("#/components/schemas/EffectBody");
                }
            }
        }
        var effect = description().path("components").path("schemas").path("EffectBody");
        assertThat(effect.path("properties").propertyNames()).contains("reach", "flips");
    }

    @Test
    void saysThatASimulationTellsWhatItWasAskedFor() {
        var schemas = description().path("components").path("schemas");

        assertThat(schemas.path("SimulationBody")
                        .path("properties")
                        .path("asked")
                        .path("$ref")
                        .asString())
                .isEqualTo("#/components/schemas/AskedForBody");
        assertThat(schemas.path("AskedForBody").path("properties").propertyNames())
                .containsExactlyInAnyOrder("changes", "decisions", "asOf");
    }

    @Test
    void saysWhatGoesOnAfterItsAnswerAndWhatMayBeTooMuch() {
        var paths = description().path("paths");
        for (var always : List.of(
                paths.path("/simulations").path("post"),
                paths.path("/admin/projections/{name}/rebuild").path("post"))) {
            assertThat(always.path("responses").propertyNames()).contains("202").doesNotContain("200", "204");
        }
        for (var few : List.of(
                paths.path("/audit/verify").path("post"),
                paths.path("/history/unused-grants").path("get"))) {
            assertThat(few.path("responses").propertyNames()).contains("200", "202", "429");
            assertThat(few.path("responses").path("202").path("headers").propertyNames())
                    .contains("Location");
            assertThat(few.path("responses").path("429").path("headers").propertyNames())
                    .contains("Retry-After");
        }
        assertThat(paths.path("/admin/roles").path("post").path("responses").propertyNames())
                .contains("200", "201", "429");
        assertThat(paths.path("/admin/projections/{name}/rebuild")
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .contains("409");
    }

    @Test
    void saysWhatIsAnsweredWithATagAndChangedByIt() {
        var paths = description().path("paths");
        for (var path : List.of("/admin/roles/{role}", "/admin/policies/{id}", "/posts/{id}")) {
            var put = paths.path(path).path("put");
            assertThat(names(put)).as(path).contains("If-Match");
            assertThat(put.path("responses").propertyNames()).as(path).contains("412");
            assertThat(names(paths.path(path).path("delete"))).as(path).contains("If-Match");
            for (var call : List.of(put, paths.path(path).path("get"))) {
                assertThat(call.path("responses").path("200").path("headers").propertyNames())
                        .as(path)
                        .contains("ETag");
            }
        }
        assertThat(names(paths.path("/admin/policies/{id}").path("put"))).contains("If-None-Match");
        assertThat(paths.path("/admin/roles")
                        .path("post")
                        .path("responses")
                        .path("201")
                        .path("headers")
                        .propertyNames())
                .contains("ETag");
        assertThat(paths.path("/admin/roles")
                        .path("get")
                        .path("responses")
                        .path("200")
                        .path("headers")
                        .propertyNames())
                .doesNotContain("ETag");
    }

    private static List<String> names(JsonNode call) {
        return call.path("parameters").findValuesAsString("name");
    }

    private static JsonNode description() {
        return Server.H2.api().get("/v3/api-docs").expect(200).json();
    }
}
