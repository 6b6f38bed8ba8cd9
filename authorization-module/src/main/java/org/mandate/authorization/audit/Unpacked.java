package org.mandate.authorization.audit;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Packed} wrote, in the same order. */
final class Unpacked {

    private final byte[] bytes;
    private int at;

    Unpacked(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean more() {
        return at < bytes.length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            var next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int integer() {
        return Math.toIntExact(number());
    }

    long signed() {
        var coded = number();
        return (coded >>> 1) ^ -(coded & 1);
    }

    String text() {
        int length = integer();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** The place of the next bytes in {@link #array}; they are passed over. */
    int skip(int length) {
        at += length;
        return at - length;
    }

    byte[] array() {
        return bytes;
    }
}
