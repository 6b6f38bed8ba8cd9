package org.mandate.authorization.integrity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The key that heads are verified with: 32 bytes of Ed25519. */
record PublicHalf(PublicKey key) {

    static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes in the encoding of RFC 8410. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    /** @throws IllegalArgumentException when they are not a public key of Ed25519 */
    static PublicHalf ofRaw(byte[] raw) {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
        return ofEncoded(encoded);
    }

    /** @throws IllegalArgumentException when it is not a public key of Ed25519 */
    static PublicHalf ofEncoded(byte[] encoded) {
        try {
            if (encoded.length != PREFIX.length + BYTES || !Arrays.equals(PREFIX, 0, 12, encoded, 0, 12)) {
                throw new IllegalArgumentException("not a public key of Ed25519");
            }
            return new PublicHalf(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of Ed25519", e);
        }
    }

    byte[] raw() {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    /** Made of the key itself, so that a key cannot stand under the name of another. */
    String id() {
        return HexFormat.of().formatHex(Hashes.plain(raw()), 0, 8);
    }

    boolean verifies(byte[] text, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
