package org.mandate.authorization.entity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the parts of an entity look like. Each check refuses with the field's name. */
public final class EntityRules {

    private static final String POSTS = "posts";
    private static final int MOST_MEMBERS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_BYTES = 16 * 1024;
    private static final int DEEPEST = 8;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EntityRules() {}

    /** A type of entities that live elsewhere. */
    public static void requireType(String field, String type) {
        if (type.equals(SubjectId.USER)) {
            throw Vocabulary.invalid(field, "users live here; change their attributes at `/admin/users/{id}`");
        }
        if (type.equals(POSTS)) {
            throw Vocabulary.invalid(field, "posts live here; change them at `/posts/{id}`");
        }
        Vocabulary.requireType(field, type);
    }

    /** The attributes as they are kept: checked, without members that are null, and as they read back from the history. */
    public static Map<String, Object> attributes(String field, Map<String, Object> sent) {
        if (sent.size() > MOST_MEMBERS) {
            throw Vocabulary.invalid(field, "must have at most " + MOST_MEMBERS + " members");
        }
        Map<String, Object> kept = object(field, sent, 1);
        try {
            String text = JSON.writeValueAsString(kept);
            if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                throw Vocabulary.invalid(field, "must be at most 16 KiB of JSON");
            }
            return JSON.readValue(text, OBJECT);
        } catch (JacksonException unwritable) {
            throw Vocabulary.invalid(field, "must be a JSON object");
        }
    }

    private static Map<String, Object> object(String field, Map<?, ?> sent, int depth) {
        requireDepth(field, depth);
        Map<String, Object> kept = new LinkedHashMap<>();
        sent.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw Vocabulary.invalid(field, "names of members must have 1 to " + LONGEST_NAME + " characters");
            }
            if (value != null) {
                kept.put(name, value(field, value, depth));
            }
        });
        return kept;
    }

    private static List<Object> list(String field, List<?> sent, int depth) {
        requireDepth(field, depth);
        List<Object> kept = new ArrayList<>();
        for (@Nullable Object item : sent) {
            if (item == null) {
                throw Vocabulary.invalid(field, "a list must not hold null");
            }
            kept.add(value(field, item, depth));
        }
        return kept;
    }

    private static Object value(String field, Object value, int depth) {
        if (value instanceof Map<?, ?> inner) {
            return object(field, inner, depth + 1);
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw Vocabulary.invalid(field, "a number must be within the range of a double");
        }
        return value instanceof List<?> items ? list(field, items, depth + 1) : value;
    }

    private static void requireDepth(String field, int depth) {
        if (depth > DEEPEST) {
            throw Vocabulary.invalid(field, "must be nested at most " + DEEPEST + " levels deep");
        }
    }
}
