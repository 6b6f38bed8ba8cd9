package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 9162, section 2.1.1. A leaf can never be taken for a node: their inputs begin differently. */
final class Hashes {

    static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hashes::sha256);

    private Hashes() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    static byte[] ofNothing() {
        return SHA_256.get().digest();
    }

    static byte[] plain(byte[] bytes) {
        return SHA_256.get().digest(bytes);
    }

    static byte[] leaf(byte[] input) {
        var digest = SHA_256.get();
        digest.update(LEAF);
        return digest.digest(input);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
