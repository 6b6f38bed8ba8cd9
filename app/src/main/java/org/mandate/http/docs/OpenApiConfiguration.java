package org.mandate.http.docs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mandate.enforcement.Caller;
import org.mandate.http.problem.ProblemBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the description what is true of every call, so that no controller has to repeat it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final Set<String> OPEN = Set.of(
            "/auth/register", "/auth/login", "/auth/refresh", "/oauth2/jwks", "/.well-known/authzen-configuration");
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request is malformed or not valid",
            "401", "Not authenticated",
            "403", "Refused by a recorded decision",
            "404", "There is no such resource, or the caller may not learn that there is one",
            "429", "Too many requests; see Retry-After",
            "503", "Not ready, or the decision could not be recorded; see Retry-After");

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Mandate")
                        .version("1")
                        .description(
                                "Answers whether a subject may do something to a resource, and can prove afterwards "
                                        + "what it answered and why.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of POST /auth/login")));
    }

    @Bean
    OpenApiCustomizer whatEveryCallHasInCommon() {
        return api -> {
            addProblem(api);
            if (api.getPaths() != null) {
                api.getPaths()
                        .forEach((path, item) -> item.readOperationsMap()
                                .forEach((method, operation) -> complete(path, method.name(), operation)));
            }
        };
    }

    private static void addProblem(OpenAPI api) {
        ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(ProblemBody.class))
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    private static void complete(String path, String method, Operation operation) {
        boolean open = OPEN.contains(path);
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        operation.addParametersItem(new Parameter()
                .in("header")
                .name("Mandate-At-Least")
                .required(false)
                .description("Answer from a view at this position or later")
                .schema(new IntegerSchema().format("int64").minimum(java.math.BigDecimal.ZERO)));
        REFUSALS.forEach((status, meaning) -> {
            boolean applies = !open || !Set.of("403", "404").contains(status);
            if (applies && !operation.getResponses().containsKey(status)) {
                operation.getResponses().addApiResponse(status, problem(meaning));
            }
        });
        operation.getResponses().forEach((status, response) -> headers(status, method, response));
    }

    private static void headers(String status, String method, ApiResponse response) {
        response.addHeaderObject(
                "X-Request-ID",
                new Header().description("The id of the request").schema(new StringSchema()));
        if (status.startsWith("2") && !List.of("GET", "HEAD").contains(method)) {
            response.addHeaderObject(
                    "Mandate-Position",
                    new Header()
                            .description("The position in the access history that the write produced")
                            .schema(new IntegerSchema().format("int64")));
        }
        if (status.equals("429") || status.equals("503")) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()));
        }
        if (status.equals("401")) {
            response.addHeaderObject(
                    "WWW-Authenticate", new Header().description("RFC 6750").schema(new StringSchema()));
        }
    }

    private static ApiResponse problem(String meaning) {
        Schema<?> body = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(body)));
    }
}
