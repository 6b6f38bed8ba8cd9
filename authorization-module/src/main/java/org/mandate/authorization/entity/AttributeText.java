package org.mandate.authorization.entity;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an attribute holds, for whoever reads it: a text as it stands, everything else as JSON. */
public final class AttributeText {

    private static final JsonMapper JSON = new JsonMapper();

    private AttributeText() {}

    /** The value as it is read. */
    public static String of(@Nullable Object value) {
        return value instanceof String text ? text : JSON.writeValueAsString(value);
    }
}
