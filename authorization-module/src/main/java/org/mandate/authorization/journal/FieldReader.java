package org.mandate.authorization.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldWriter} wrote. Bytes that were changed never lead further than to a {@link MalformedRecord}. */
final class FieldReader {

    /** Deeper than any request is let in. */
    private static final int DEEPEST = 2000;

    private final byte[] bytes;
    private int at;
    private int depth;

    FieldReader(byte[] bytes) {
        this.bytes = bytes;
    }

    private int take(long length) {
        if (length < 0 || length > bytes.length - at) {
            throw new MalformedRecord("it is cut short");
        }
        int from = at;
        at += (int) length;
        return from;
    }

    /** Nothing may follow. */
    void end() {
        if (at != bytes.length) {
            throw new MalformedRecord("something follows its end");
        }
    }

    int octet() {
        return bytes[take(1)] & 0xFF;
    }

    long word() {
        int from = take(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    long count() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedRecord("a number in it has no end");
    }

    private long signed() {
        long value = count();
        return value >>> 1 ^ -(value & 1);
    }

    String id() {
        return new UUID(word(), word()).toString();
    }

    byte[] blob() {
        return raw(count());
    }

    private byte[] raw(long length) {
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, at);
    }

    String text() {
        long header = count();
        long length = header >>> 2;
        return switch ((int) header & 0b11) {
            case FieldWriter.UTF_8 -> new String(bytes, take(length), (int) length, StandardCharsets.UTF_8);
            case FieldWriter.UTF_16 -> utf16(length);
            case FieldWriter.ID -> id();
            default -> throw new MalformedRecord("a text in it has no known form");
        };
    }

    private String utf16(long length) {
        int from = take(length);
        var text = new StringBuilder((int) length / 2);
        for (int i = from; i + 1 < at; i += 2) {
            text.append((char) ((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)));
        }
        return text.toString();
    }

    /** How many elements follow; each takes a byte at least. */
    int elements() {
        long elements = count();
        if (elements < 0 || elements > bytes.length - at) {
            throw new MalformedRecord("it is cut short");
        }
        return (int) elements;
    }

    Map<String, Object> map() {
        int size = elements();
        if (size == 0) {
            return Map.of();
        }
        var map = new LinkedHashMap<String, Object>(2 * size);
        for (int i = 0; i < size; i++) {
            map.put(text(), value());
        }
        return Collections.unmodifiableMap(map);
    }

    private List<Object> list() {
        int size = elements();
        var list = new ArrayList<Object>(size);
        for (int i = 0; i < size; i++) {
            list.add(value());
        }
        return Collections.unmodifiableList(list);
    }

    @Nullable
    Object value() {
        if (++depth > DEEPEST) {
            throw new MalformedRecord("it is nested too deeply");
        }
        Object value = switch (octet()) {
            case FieldWriter.NULL -> null;
            case FieldWriter.FALSE -> false;
            case FieldWriter.TRUE -> true;
            case FieldWriter.INT -> (int) signed();
            case FieldWriter.LONG -> signed();
            case FieldWriter.DOUBLE -> Double.longBitsToDouble(word());
            case FieldWriter.BIG_INTEGER -> big(blob());
            case FieldWriter.BIG_DECIMAL -> decimal();
            case FieldWriter.TEXT -> text();
            case FieldWriter.LIST -> list();
            case FieldWriter.MAP -> map();
            default -> throw new MalformedRecord("a value in it is of no known kind");
        };
        depth--;
        return value;
    }

    private BigDecimal decimal() {
        int scale = (int) signed();
        return new BigDecimal(big(blob()), scale);
    }

    private static BigInteger big(byte[] magnitude) {
        if (magnitude.length == 0) {
            throw new MalformedRecord("a number in it has no digits");
        }
        return new BigInteger(magnitude);
    }
}
