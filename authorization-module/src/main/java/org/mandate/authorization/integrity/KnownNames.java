package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds names among bytes, without making those anew that are known. */
final class KnownNames {

    private static final int SLOTS = 512;

    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] names = new String[SLOTS];

    KnownNames(List<String> known) {
        if (4 * known.size() > SLOTS) {
            throw new IllegalArgumentException("there is no room for " + known.size() + " names");
        }
        for (var name : known) {
            var ascii = name.getBytes(StandardCharsets.US_ASCII);
            var slot = slot(ascii, 0, ascii.length);
            while (bytes[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            bytes[slot] = ascii;
            names[slot] = name;
        }
    }

    private static int slot(byte[] some, int from, int to) {
        var hash = to - from;
        for (var i = from; i < to; i++) {
            hash = 31 * hash + some[i];
        }
        return (hash ^ hash >>> 9) & SLOTS - 1;
    }

    String at(byte[] some, int from, int to) {
        for (var slot = slot(some, from, to); ; slot = (slot + 1) % SLOTS) {
            var known = bytes[slot];
            if (known == null) {
                return new String(some, from, to - from, StandardCharsets.UTF_8);
            }
            if (Arrays.equals(known, 0, known.length, some, from, to)) {
                return names[slot];
            }
        }
    }
}
