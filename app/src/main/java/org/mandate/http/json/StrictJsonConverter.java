package org.mandate.http.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/** Reads and writes the JSON of controllers, strictly. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {
    private static final MediaType MERGE_PATCH = new MediaType("application", "merge-patch+json");
    private static final MediaType ANY_JSON = new MediaType("application", "*+json");

    private static final ThreadLocal<UnknownMembers.Found> FOUND = new ThreadLocal<>();

    StrictJsonConverter() {
        super(StrictJson.mapper());
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, ANY_JSON));
    }

    /** What is written may be JSON of any kind; what is read must be one that the API takes. */
    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return super.canRead(type, mediaType)
                && (mediaType == null
                        || MediaType.APPLICATION_JSON.includes(mediaType)
                        || MERGE_PATCH.includes(mediaType));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        UnknownMembers.Found unknown = new UnknownMembers.Found(new ArrayList<>());
        FOUND.set(unknown);
        try {
            Object body = super.read(type, message, hints);
            unknown.reject();
            RequiredMembers.check(body);
            return body;
        } finally {
            FOUND.remove();
        }
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        UnknownMembers.Found unknown = FOUND.get();
        return unknown == null ? reader : reader.withAttribute(UnknownMembers.attribute(), unknown);
    }
}
