package org.mandate.authorization.integrity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what callers said freely: values as JSON knows them. */
final class JsonValues {

    private JsonValues() {}

    static void write(@Nullable Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((key, member) -> {
                out.writeName((String) key);
                write(member, out);
            });
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(element -> write(element, out));
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            number((Number) value, out);
        }
    }

    private static void number(Number number, JsonGenerator out) {
        if (number instanceof Double real) {
            out.writeNumber(real);
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof BigInteger big) {
            out.writeNumber(big);
        } else {
            out.writeNumber(number.longValue());
        }
    }
}
