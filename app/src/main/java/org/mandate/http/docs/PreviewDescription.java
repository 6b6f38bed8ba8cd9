package org.mandate.http.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.mandate.http.simulation.EffectBody;

/** Every administrative write can be looked at before it is made. */
final class PreviewDescription {

    /** What a preview answers. */
    static final Class<?> ANSWER = EffectBody.class;

    private static final String MEANING = "With `preview=true`: what it would do; nothing is written";

    private PreviewDescription() {}

    static boolean covers(String method, String path) {
        return !method.equals("GET") && path.startsWith("/admin/") && !path.startsWith("/admin/projections/");
    }

    static void complete(Operation operation) {
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("preview")
                .required(false)
                .description("`true` answers what the write would do and makes nothing of it")
                .schema(new BooleanSchema()));
        Schema<?> effect = new Schema<>().$ref("#/components/schemas/" + ANSWER.getSimpleName());
        ApiResponse done = operation.getResponses().get("200");
        if (done == null) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "200", new ApiResponse().description(MEANING).content(json(effect)));
            return;
        }
        done.description("Done. " + MEANING);
        if (done.getContent() != null) {
            done.getContent().values().forEach(body -> body.schema(either(body.getSchema(), effect)));
        }
    }

    private static Schema<?> either(Schema<?> written, Schema<?> effect) {
        return new Schema<>().oneOf(List.of(written, effect));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
