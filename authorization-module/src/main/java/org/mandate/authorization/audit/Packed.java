package org.mandate.authorization.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes put one behind the other: numbers in as few as they need, texts behind their length. */
final class Packed {

    private byte[] bytes = new byte[64];
    private int size;

    int size() {
        return size;
    }

    /** A number from 0, seven bits to the byte, the lowest first. */
    Packed number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("`" + value + "` is below 0");
        }
        reserve(10);
        var rest = value;
        while (rest > 0x7f) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Any number; small ones of either sign stay short. */
    Packed signed(long value) {
        return number(((value << 1) ^ (value >> 63)) & Long.MAX_VALUE);
    }

    Packed text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        return bytes(utf8, utf8.length);
    }

    Packed append(Packed other) {
        return bytes(other.bytes, other.size);
    }

    Packed fixed(byte[] value) {
        return bytes(value, value.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private Packed bytes(byte[] value, int length) {
        reserve(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
