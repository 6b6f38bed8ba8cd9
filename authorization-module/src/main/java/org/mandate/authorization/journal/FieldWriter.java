package org.mandate.authorization.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.facts.UuidText;

/** Writes the fields of the canonical form: one way for each value, so that equal values are equal bytes. */
final class FieldWriter {

    static final int UTF_8 = 0;
    static final int UTF_16 = 1;
    static final int ID = 2;

    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int INT = 3;
    static final int LONG = 4;
    static final int DOUBLE = 5;
    static final int BIG_INTEGER = 6;
    static final int BIG_DECIMAL = 7;
    static final int TEXT = 8;
    static final int LIST = 9;
    static final int MAP = 10;

    private byte[] bytes;
    private int size;

    FieldWriter(int room) {
        bytes = new byte[room];
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Eight bytes, the highest first. */
    void word(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Seven bits a byte, the lowest first; the high bit says that more follow. */
    void count(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void signed(long value) {
        count(value << 1 ^ value >> 63);
    }

    void id(String uuid) {
        if (!UuidText.canonical(uuid)) {
            throw new IllegalArgumentException("the id of a record must be a UUID in its canonical form");
        }
        word(UuidText.high(uuid));
        word(UuidText.low(uuid));
    }

    void blob(byte[] blob) {
        count(blob.length);
        raw(blob);
    }

    private void raw(byte[] raw) {
        ensure(raw.length);
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
    }

    /** The canonical text of a UUID takes 16 bytes; text that UTF-8 cannot carry is kept in UTF-16. */
    void text(String text) {
        if (UuidText.canonical(text)) {
            count(16 << 2 | ID);
            word(UuidText.high(text));
            word(UuidText.low(text));
        } else if (isAscii(text)) {
            ascii(text);
        } else {
            encoded(text);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        int length = text.length();
        count((long) length << 2 | UTF_8);
        ensure(length);
        // The one method that copies without making anything; of ASCII it is exact.
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private void encoded(String text) {
        byte[] utf8 = utf8(text);
        if (utf8 == null) {
            byte[] utf16 = new byte[2 * text.length()];
            ByteBuffer.wrap(utf16).asCharBuffer().put(text);
            count((long) utf16.length << 2 | UTF_16);
            raw(utf16);
        } else {
            count((long) utf8.length << 2 | UTF_8);
            raw(utf8);
        }
    }

    private static byte @Nullable [] utf8(String text) {
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var encoded = new byte[buffer.remaining()];
            buffer.get(encoded);
            return encoded;
        } catch (CharacterCodingException unpairedSurrogate) {
            return null;
        }
    }

    /** Keys in the order of their UTF-16 code units. */
    void map(Map<?, ?> map) {
        count(map.size());
        if (map.size() == 1) {
            map.forEach(this::member);
        } else {
            map.keySet().stream().map(String.class::cast).sorted().forEach(key -> member(key, map.get(key)));
        }
    }

    private void member(Object key, @Nullable Object value) {
        text((String) key);
        value(value);
    }

    /** A value as JSON knows it, with the kind of its number. */
    void value(@Nullable Object value) {
        if (value == null) {
            octet(NULL);
        } else if (value instanceof String text) {
            octet(TEXT);
            text(text);
        } else if (value instanceof Boolean truth) {
            octet(truth ? TRUE : FALSE);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof List<?> list) {
            octet(LIST);
            count(list.size());
            list.forEach(this::value);
        } else if (value instanceof Map<?, ?> map) {
            octet(MAP);
            map(map);
        } else {
            throw new IllegalArgumentException(
                    "a record cannot hold a " + value.getClass().getName());
        }
    }

    private void number(Number number) {
        if (number instanceof Integer) {
            octet(INT);
            signed(number.intValue());
        } else if (number instanceof Long) {
            octet(LONG);
            signed(number.longValue());
        } else if (number instanceof Double real) {
            octet(DOUBLE);
            word(Double.doubleToRawLongBits(real));
        } else if (number instanceof BigInteger big) {
            octet(BIG_INTEGER);
            blob(big.toByteArray());
        } else if (number instanceof BigDecimal big) {
            octet(BIG_DECIMAL);
            signed(big.scale());
            blob(big.unscaledValue().toByteArray());
        } else {
            throw new IllegalArgumentException(
                    "a record cannot hold a " + number.getClass().getName());
        }
    }
}
