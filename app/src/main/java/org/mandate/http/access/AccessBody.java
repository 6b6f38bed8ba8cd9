package org.mandate.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Bodies as the standard has them: 400 for a body of another type, unknown members ignored, known members of their type. That
 * is why no converter reads them.
 */
final class AccessBody {

    private AccessBody() {}

    /** The body, which is an object. */
    static JsonNode of(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw Problem.of(ProblemKind.MALFORMED_REQUEST, "the body must be of type `application/json`")
                    .found();
        }
        byte[] bytes = request.getInputStream().readAllBytes();
        JsonNode body;
        try {
            body = StrictJson.mapper().readTree(bytes);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("the body is not JSON", e, new ServletServerHttpRequest(request));
        }
        if (!body.isObject()) {
            throw Problem.invalid("", "the body must be a JSON object").found();
        }
        return body;
    }

    /** Whether a member is left out. Null says no more than absence does. */
    static boolean absent(JsonNode member) {
        return member.isMissingNode() || member.isNull();
    }

    /** The object of this name, where there is one. */
    static Optional<JsonNode> object(JsonNode parent, String name) {
        JsonNode member = parent.path(name);
        if (absent(member)) {
            return Optional.empty();
        }
        if (!member.isObject()) {
            throw Problem.invalid(name, "must be an object").found();
        }
        return Optional.of(member);
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
