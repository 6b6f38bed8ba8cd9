package org.mandate.authorization.audit;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names as bytes; most are UUIDs, which take half the room as numbers. */
final class Names {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Names() {}

    static void write(Packed into, String name) {
        if (name.length() == 36 && UUID_TEXT.matcher(name).matches()) {
            var uuid = UUID.fromString(name);
            into.number(1).fixed(bytes(uuid.getMostSignificantBits())).fixed(bytes(uuid.getLeastSignificantBits()));
        } else {
            into.number(0).text(name);
        }
    }

    static String read(Unpacked from) {
        if (from.number() == 0) {
            return from.text();
        }
        return new UUID(eight(from), eight(from)).toString();
    }

    private static byte[] bytes(long value) {
        return java.nio.ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long eight(Unpacked from) {
        return java.nio.ByteBuffer.wrap(from.array()).getLong(from.skip(Long.BYTES));
    }
}
