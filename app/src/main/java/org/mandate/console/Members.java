package org.mandate.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mandate.http.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the members of an object that somebody wrote as JSON. */
final class Members {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Members() {}

    static Map<String, Object> read(String field, String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, Object> members = new LinkedHashMap<>(JSON.readValue(text, OBJECT));
            members.values().removeIf(value -> value == null);
            return members;
        } catch (JacksonException | NullPointerException notAnObject) {
            throw Problem.invalid(field, "must be a JSON object like `{\"ip\": \"10.0.0.1\"}`")
                    .found();
        }
    }
}
