package org.mandate.identity.user;

import static org.mandate.identity.user.FieldRules.invalid;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The attributes of a user: a JSON object of bounded size, changed by merge patches. */
@Component
class AttributeRules {

    private static final int MAX_MEMBERS = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_BYTES = 16 * 1024;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    AttributeRules(JsonMapper json) {
        this.json = json;
    }

    /** The attributes after the patch, as they read back from the history. */
    Map<String, Object> patched(Map<String, Object> before, Map<String, Object> patch) {
        return checked(merge(before, patch));
    }

    String write(Map<String, Object> attributes) {
        return json.writeValueAsString(attributes);
    }

    Map<String, Object> read(String attributes) {
        return json.readValue(attributes, OBJECT);
    }

    private Map<String, Object> checked(Map<String, Object> attributes) {
        if (attributes.size() > MAX_MEMBERS) {
            throw invalid("attributes", "at most 100 members are expected");
        }
        if (attributes.keySet().stream().anyMatch(name -> name.isBlank() || name.length() > MAX_NAME)) {
            throw invalid("attributes", "names of 1 to 100 characters are expected");
        }
        if (!finite(attributes)) {
            throw invalid("attributes", "numbers within the range of a double are expected");
        }
        try {
            var text = write(attributes);
            if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                throw invalid("attributes", "at most 16 KiB of JSON are expected");
            }
            return read(text);
        } catch (JacksonException e) {
            throw invalid("attributes", "a JSON object is expected");
        }
    }

    /** Of a number that is too large the JSON of the history would make a text. */
    private static boolean finite(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(AttributeRules::finite);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(AttributeRules::finite);
        }
        return !(value instanceof Double number) || Double.isFinite(number);
    }

    private static Map<String, Object> merge(Map<?, ?> before, Map<?, ?> patch) {
        var merged = new LinkedHashMap<String, Object>();
        before.forEach((name, value) -> merged.put(String.valueOf(name), value));
        patch.forEach((name, value) -> {
            var key = String.valueOf(name);
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value instanceof Map<?, ?> inner ? merge(object(merged.get(key)), inner) : value);
            }
        });
        return merged;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
