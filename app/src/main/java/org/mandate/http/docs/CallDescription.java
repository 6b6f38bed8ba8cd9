package org.mandate.http.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** One call of the description, and what it has in common with all others. */
record CallDescription(String path, String method, Operation operation) {
    private static final Set<String> OPEN = Set.of(
            "/auth/register", "/auth/login", "/auth/refresh", "/oauth2/jwks", "/.well-known/authzen-configuration");
    private static final Set<String> CREATING = Set.of(
            "/auth/register", "/posts", "/admin/users", "/admin/roles", "/admin/permissions", "/admin/constraints");
    private static final Set<String> PUTTING = Set.of("/admin/policies/{id}", "/admin/entities/{type}/{id}");
    private static final Set<String> SEARCHING =
            Set.of("/access/v1/search/subject", "/access/v1/search/resource", "/access/v1/search/action");
    private static final Set<String> ASKING = Set.of("/simulations/evaluations");
    private static final Set<String> READING_BODIES_THEMSELVES =
            Set.of("/access/v1/evaluation", "/access/v1/evaluations", "/admin/import");

    void complete() {
        operation.setTags(List.of(path.split("/", -1)[1]));
        if (!OPEN.contains(path)) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        }
        operation.addParametersItem(new Parameter()
                .in("header")
                .name("Mandate-At-Least")
                .required(false)
                .description("Answer from a view at this position or later")
                .schema(new IntegerSchema().format("int64").minimum(BigDecimal.ZERO)));
        if (READING_BODIES_THEMSELVES.contains(path) || SEARCHING.contains(path)) {
            operation.setRequestBody(new RequestBody().required(true).content(json(new ObjectSchema())));
        }
        LongCalls.accepted(method, path, operation.getResponses());
        statusOfSuccess();
        if (PreviewDescription.covers(method, path)) {
            PreviewDescription.complete(operation);
        }
        PreconditionDescription.headers(operation);
        refusals();
        operation.getResponses().forEach(this::headers);
    }

    private boolean writes() {
        return !method.equals("GET")
                && !path.startsWith("/access/")
                && !path.startsWith("/history/")
                && !ASKING.contains(path);
    }

    /** The framework assumes 200; a write without an answer is a 204, and what makes something is a 201. */
    private void statusOfSuccess() {
        ApiResponses responses = operation.getResponses();
        ApiResponse success = responses.get("200");
        if (success == null || !writes()) {
            return;
        }
        if (success.getContent() == null) {
            responses.remove("200");
            responses.addApiResponse("204", success.description("Done"));
        } else if (method.equals("POST") && CREATING.contains(path)) {
            responses.remove("200");
            responses.addApiResponse("201", success.description("Made"));
        } else if (method.equals("PUT") && PUTTING.contains(path)) {
            success.description("Changed, or as it was");
            responses.addApiResponse(
                    "201", new ApiResponse().description("Made").content(success.getContent()));
        }
    }

    private void refusals() {
        refusal(true, "400", "The request is malformed or not valid");
        refusal(true, "401", "Not authenticated");
        refusal(!OPEN.contains(path), "403", "Refused by a recorded decision, or the token lacks a scope");
        refusal(path.contains("{"), "404", "There is nothing of that name, or the caller may not learn that there is");
        refusal(writes(), "409", "Conflict with the present state");
        refusal(hasIfMatch(), "412", "The resource has changed since it was read");
        refusal(operation.getRequestBody() != null, "413", "The body is too large");
        refusal(operation.getRequestBody() != null, "415", "The body is of a type that is not taken");
        refusal(path.startsWith("/auth/") || path.endsWith("/password"), "429", "Too many attempts");
        boolean few = LongCalls.fewAtATime(method, path) || PreviewDescription.covers(method, path);
        refusal(few, "429", "As many of these run as may at a time");
        refusal(true, "503", "Not ready, or the decision could not be recorded");
    }

    private boolean hasIfMatch() {
        return operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private void refusal(boolean applies, String status, String meaning) {
        if (applies && !operation.getResponses().containsKey(status)) {
            Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
            Content content = new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
            operation
                    .getResponses()
                    .addApiResponse(
                            status, new ApiResponse().description(meaning).content(content));
        }
    }

    private void headers(String status, ApiResponse response) {
        header(response, true, "X-Request-ID", "The id of the request", new StringSchema());
        header(
                response,
                status.startsWith("2") && writes(),
                "Mandate-Position",
                "The position in the access history that the write produced",
                new IntegerSchema().format("int64"));
        header(
                response,
                status.startsWith("2")
                        && (SEARCHING.contains(path) || ASKING.contains(path) || path.startsWith("/history/")),
                "Mandate-Position",
                "The position in the access history that it was answered at",
                new IntegerSchema().format("int64"));
        PreconditionDescription.tag(method, path, status, response);
        header(response, Set.of("429", "503").contains(status), "Retry-After", "Seconds", new IntegerSchema());
        header(response, Set.of("401", "403").contains(status), "WWW-Authenticate", "RFC 6750", new StringSchema());
    }

    static void header(ApiResponse response, boolean applies, String name, String meaning, Schema<?> schema) {
        if (applies) {
            response.addHeaderObject(name, new Header().description(meaning).schema(schema));
        }
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
