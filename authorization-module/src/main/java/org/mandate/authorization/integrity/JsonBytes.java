package org.mandate.authorization.integrity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as bytes, in one form: no space, and no escape that is not needed. Where a comma belongs it sees by the byte before.
 * It uses its room again, so what it holds is there until the next use. For one thread.
 */
final class JsonBytes {

    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] BASE64 = ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final String ESCAPED = "\"\\\b\t\n\f\r";
    private static final String ESCAPES = "\"\\btnfr";
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_CHARACTER = 6;

    private final InstantText instants = new InstantText();
    private byte[] bytes = new byte[4096];
    private int size;

    /** The name of a member, as {@link #name(byte[])} takes it. */
    static byte[] nameOf(String name) {
        return ascii("\"" + name + "\":");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void reset() {
        size = 0;
    }

    boolean equalTo(byte[] others, int from, int to) {
        return Arrays.equals(bytes, 0, size, others, from, to);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    private void put(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    private void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    /** A member or an element follows: after another one it is divided from that by a comma. */
    private void divide() {
        var before = size == 0 ? '{' : bytes[size - 1];
        if (before != '{' && before != '[' && before != ':') {
            put(',');
        }
    }

    void beginObject() {
        divide();
        put('{');
    }

    void endObject() {
        put('}');
    }

    void beginArray() {
        divide();
        put('[');
    }

    void endArray() {
        put(']');
    }

    void name(byte[] made) {
        divide();
        put(made);
    }

    void none() {
        divide();
        put(NULL);
    }

    void truth(boolean value) {
        divide();
        put(value ? TRUE : FALSE);
    }

    void number(long value) {
        divide();
        if (value < 0) {
            put(ascii(Long.toString(value)));
            return;
        }
        room(LONGEST_NUMBER);
        var digits = 1;
        for (var rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        var rest = value;
        for (var at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    void instant(Instant instant) {
        divide();
        put('"');
        room(InstantText.LONGEST);
        size = instants.write(instant, bytes, size);
        put('"');
    }

    void text(String text) {
        divide();
        var length = text.length();
        room(LONGEST_CHARACTER * length + 2);
        bytes[size++] = '"';
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[size++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else {
                i += wide(text, i);
            }
        }
        bytes[size++] = '"';
    }

    private void escape(char c) {
        var known = ESCAPED.indexOf(c);
        if (known < 0) {
            unicode(c);
        } else {
            bytes[size++] = '\\';
            bytes[size++] = (byte) ESCAPES.charAt(known);
        }
    }

    private void unicode(char c) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (var shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(c >> shift) & 0xF];
        }
    }

    /** As UTF-8; half of a surrogate pair has no such form and is escaped. Answers how many more characters it took. */
    private int wide(String text, int at) {
        var point = text.codePointAt(at);
        if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | (point >> 6));
        } else if (point < 0x10000) {
            if (Character.isSurrogate((char) point)) {
                unicode((char) point);
                return 0;
            }
            bytes[size++] = (byte) (0xE0 | (point >> 12));
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        } else {
            bytes[size++] = (byte) (0xF0 | (point >> 18));
            bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (point & 0x3F));
        return Character.charCount(point) - 1;
    }

    /** Base64 with padding. */
    void binary(byte[] some) {
        divide();
        room((some.length + 2) / 3 * 4 + 2);
        bytes[size++] = '"';
        var at = 0;
        for (; at + 2 < some.length; at += 3) {
            four((some[at] & 0xFF) << 16 | (some[at + 1] & 0xFF) << 8 | (some[at + 2] & 0xFF));
        }
        if (at < some.length) {
            var two = at + 1 < some.length;
            four((some[at] & 0xFF) << 16 | (two ? (some[at + 1] & 0xFF) << 8 : 0));
            bytes[size - 1] = '=';
            if (!two) {
                bytes[size - 2] = '=';
            }
        }
        bytes[size++] = '"';
    }

    private void four(int bits) {
        bytes[size] = BASE64[bits >> 18];
        bytes[size + 1] = BASE64[(bits >> 12) & 0x3F];
        bytes[size + 2] = BASE64[(bits >> 6) & 0x3F];
        bytes[size + 3] = BASE64[bits & 0x3F];
        size += 4;
    }

    /** The members in the order of their names, as in the canonical bytes. */
    private void object(Map<?, ?> map) {
        beginObject();
        var names = map.keySet().toArray(new String[0]);
        Arrays.sort(names);
        for (var name : names) {
            text(name);
            put(':');
            value(map.get(name));
        }
        endObject();
    }

    /** What callers said freely: values as JSON knows them. */
    void value(@Nullable Object value) {
        if (value == null) {
            none();
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            beginArray();
            list.forEach(this::value);
            endArray();
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean truth) {
            truth(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            number(((Number) value).longValue());
        } else {
            divide();
            put(ascii(value.toString()));
        }
    }
}
