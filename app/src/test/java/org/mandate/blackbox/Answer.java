package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(String request, HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body());
    }

    String text(String member) {
        return json().path(member).asString();
    }

    List<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false).toList();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    Answer expect(int... statuses) {
        assertThat(Arrays.stream(statuses).boxed())
                .as("status of %s, which answered %s: %s", request, status(), body())
                .contains(status());
        return this;
    }

    /** A problem of this status, in the form that every problem has, which says nothing of how the server is made. */
    Answer expectProblem(int status) {
        expect(status);
        assertThat(header("Content-Type")).as(request).hasValue("application/problem+json");
        assertThat(header("X-Request-ID")).as(request).isPresent();
        var problem = json();
        assertThat(problem.path("status").asInt()).as(request).isEqualTo(status);
        for (var member : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.path(member).isString())
                    .as("%s of %s", member, body())
                    .isTrue();
        }
        assertThat(body()).doesNotContain("Exception", "org.mandate", "java.", "\tat ", "springframework", "SQL");
        if (status == 401) {
            assertThat(header("WWW-Authenticate"))
                    .as(request)
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        }
        return this;
    }

    /** A 400 that names this member. */
    Answer expectFault(String field) {
        expectProblem(400);
        assertThat(json().path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .as(body())
                .contains(field);
        return this;
    }
}
