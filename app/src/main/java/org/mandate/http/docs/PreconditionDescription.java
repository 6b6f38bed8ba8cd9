package org.mandate.http.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is answered with a tag, and what may be changed by it. */
final class PreconditionDescription {

    private static final Set<String> TAGGED = Set.of(
            "/posts/{id}",
            "/posts/{id}/publish",
            "/posts/{id}/unpublish",
            "/admin/roles/{role}",
            "/admin/roles/{role}/permissions/{permission}",
            "/admin/roles/{role}/inherits/{inherited}",
            "/admin/policies/{id}");

    private static final Set<String> MADE_IN_A_LIST = Set.of("/posts", "/admin/roles");

    private static final Map<String, String> MEANINGS = Map.of(
            "If-Match", "Only upon what was answered with one of these `ETag`s; `*`: only where it stands",
            "If-None-Match", "`*`: only where it does not stand yet");

    private PreconditionDescription() {}

    static void headers(Operation operation) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            Optional.ofNullable(MEANINGS.get(parameter.getName())).ifPresent(parameter::setDescription);
        }
    }

    static void tag(String method, String path, String status, ApiResponse response) {
        boolean answered = response.getContent() != null && !method.equals("DELETE");
        boolean one = TAGGED.contains(path) || (method.equals("POST") && MADE_IN_A_LIST.contains(path));
        CallDescription.header(
                response,
                answered && one && Set.of("200", "201").contains(status),
                "ETag",
                "Of what it says; goes into `If-Match`",
                new StringSchema());
    }
}
