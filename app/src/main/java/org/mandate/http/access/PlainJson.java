package org.mandate.http.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/** JSON as plain values: what is decided on today must read back from a record as the same values. */
public final class PlainJson {

    private PlainJson() {}

    /** The members of an object; those that are null count as absent. */
    public static Map<String, Object> object(JsonNode node, String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        node.forEachEntry((name, value) -> {
            Object plain = value(value, path + "." + text(name, path));
            if (plain != null) {
                members.put(name, plain);
            }
        });
        return members;
    }

    /** Text that is Unicode; half a character could be decided on, but never be recorded. */
    public static String text(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw Problem.invalid(path, "must be valid Unicode").found();
            }
        }
        return text;
    }

    private static @Nullable Object value(JsonNode node, String path) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node, path);
            case ARRAY -> array(node, path);
            case STRING -> text(node.stringValue(), path);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node, path);
            default -> null;
        };
    }

    private static List<@Nullable Object> array(JsonNode node, String path) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(value(item, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private static Number number(JsonNode node, String path) {
        if (node.isIntegralNumber()) {
            return node.numberValue();
        }
        double value = node.numberValue().doubleValue();
        if (Double.isInfinite(value)) {
            throw Problem.invalid(path, "must be within the range of a double").found();
        }
        return value;
    }
}
