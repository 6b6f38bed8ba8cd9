package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is not to be trusted where what was read is written anew and compared: it may take something for JSON that
 * is none, but what it is asked for it answers or refuses with an {@link UnreadableLine}. For one thread.
 */
final class JsonReader {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();
    private static final String ESCAPES = "\"\\/btnfr";
    private static final String ESCAPED = "\"\\/\b\t\n\f\r";
    /** What a number or a word ends before. */
    private static final String ENDS = ",:]} \t\r\n";

    private static final int MOST_DIGITS = 18;

    private final KnownNames names;
    private byte[] bytes = {};
    private int at;
    private int end;

    JsonReader(KnownNames names) {
        this.names = names;
    }

    JsonReader of(byte[] document, int from, int to) {
        bytes = document;
        at = from;
        end = to;
        return this;
    }

    static UnreadableLine noJson() {
        return new UnreadableLine("it is not JSON as an export has it");
    }

    private int octet() {
        if (at >= end) {
            throw noJson();
        }
        return bytes[at];
    }

    /** The next byte that is no space and no comma. */
    private int next() {
        while (true) {
            var octet = octet();
            if (octet != ' ' && octet != ',' && octet != '\t' && octet != '\r' && octet != '\n') {
                return octet;
            }
            at++;
        }
    }

    private boolean take(char octet) {
        if (next() == octet) {
            at++;
            return true;
        }
        return false;
    }

    void beginObject(String what) {
        if (!take('{')) {
            throw new UnreadableLine("`" + what + "` is not an object of JSON");
        }
    }

    void beginArray(String what) {
        if (!take('[')) {
            throw new UnreadableLine("`" + what + "` is not a list");
        }
    }

    /** The name of the next member; null where the object ends. */
    @Nullable
    String name() {
        if (take('}')) {
            return null;
        }
        var from = begin("a name");
        var to = closing();
        var name = names.at(bytes, from, to);
        if (!take(':')) {
            throw noJson();
        }
        return name;
    }

    /** Whether another element of the list follows. */
    boolean element() {
        return !take(']');
    }

    /** A null follows, and was passed over. */
    boolean isNull() {
        if (next() != 'n') {
            return false;
        }
        skip();
        return true;
    }

    private int begin(String what) {
        if (!take('"')) {
            throw new UnreadableLine("`" + what + "` is not a text");
        }
        return at;
    }

    /** Where the text ends; its closing quotation mark was passed over. */
    private int closing() {
        for (var i = at; i < end; i++) {
            var octet = bytes[i];
            if (octet == '"') {
                at = i + 1;
                return i;
            }
            if (octet == '\\') {
                i++;
            }
        }
        throw noJson();
    }

    String text(String what) {
        var from = begin(what);
        var all = 0;
        for (var i = from; i < end; i++) {
            var octet = bytes[i];
            if (octet == '"') {
                at = i + 1;
                return new String(
                        bytes, from, i - from, all < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            }
            if (octet == '\\') {
                var to = closing();
                return unescaped(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }
            all |= octet;
        }
        throw noJson();
    }

    private static String unescaped(String raw) {
        var text = new StringBuilder(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '\\') {
                text.append(raw.charAt(i));
                continue;
            }
            var escape = raw.charAt(++i);
            var known = ESCAPES.indexOf(escape);
            if (known >= 0) {
                text.append(ESCAPED.charAt(known));
            } else if (escape == 'u' && i + 4 < raw.length()) {
                text.append((char) hexadecimal(raw.substring(i + 1, i + 5)));
                i += 4;
            } else {
                throw noJson();
            }
        }
        return text.toString();
    }

    private static int hexadecimal(String digits) {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw noJson();
        }
    }

    byte[] binary(String what) {
        var from = begin(what);
        var raw = Arrays.copyOfRange(bytes, from, closing());
        try {
            return BASE64.decode(raw);
        } catch (IllegalArgumentException e) {
            return plain(unescaped(new String(raw, StandardCharsets.UTF_8)), what);
        }
    }

    private static byte[] plain(String text, String what) {
        try {
            return BASE64.decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableLine("`" + what + "` is not in the form that an export has");
        }
    }

    long number(String what) {
        var from = next() == '-' ? at + 1 : at;
        var value = 0L;
        var i = from;
        for (; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        if (i == from || i - from > MOST_DIGITS || i == end || ENDS.indexOf(bytes[i]) < 0) {
            throw new UnreadableLine("`" + what + "` is not a whole number");
        }
        var negative = from != at;
        at = i;
        return negative ? -value : value;
    }

    /** Passes over a value, whatever it is. */
    void skip() {
        var depth = 0;
        do {
            var octet = next();
            at++;
            switch (octet) {
                case '"' -> closing();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ':' -> {}
                default -> word();
            }
        } while (depth > 0);
        if (depth < 0) {
            throw noJson();
        }
    }

    private void word() {
        while (at < end && ENDS.indexOf(bytes[at]) < 0) {
            at++;
        }
    }

    /** Nothing but space may follow. */
    void end() {
        for (; at < end; at++) {
            if (" \t\r\n".indexOf(bytes[at]) < 0) {
                throw new UnreadableLine("something follows its end");
            }
        }
    }
}
