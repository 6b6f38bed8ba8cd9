package org.mandate.http.docs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.mandate.enforcement.Caller;
import org.mandate.http.json.Form;
import org.mandate.http.problem.ProblemBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the surface: the framework reads the controllers, and what is true of every call is added here. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String BEARER = "bearer";

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Form.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Mandate")
                        .version("1")
                        .description(
                                "Answers whether a subject may do something to a resource, and can prove afterwards "
                                        + "what it answered and why.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components().addSecuritySchemes(BEARER, bearer()));
    }

    @Bean
    OpenApiCustomizer whatEveryCallHasInCommon() {
        return api -> {
            addSchemas(api, ProblemBody.class);
            addSchemas(api, PreviewDescription.ANSWER);
            if (api.getPaths() != null) {
                api.getPaths()
                        .forEach((path, item) -> item.readOperationsMap()
                                .forEach((method, operation) ->
                                        new CallDescription(path, method.name(), operation).complete()));
            }
        };
    }

    private static void addSchemas(OpenAPI api, Class<?> body) {
        ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(body))
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of POST /auth/login");
    }
}
