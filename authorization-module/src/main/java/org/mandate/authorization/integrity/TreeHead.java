package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What was signed of the tree at a moment: whoever keeps it can tell later whether the log still begins like this.
 * @param rootHash in base64
 * @param at the instant, as it was signed
 * @param signature Ed25519 over {@link #signed}, in base64
 */
public record TreeHead(long size, String rootHash, String at, String signature, String keyId) {

    /** The text that is signed, in UTF-8: the three as they stand in JSON, a line feed between them. */
    static byte[] signed(long size, String rootHash, String at) {
        return (size + "\n" + rootHash + "\n" + at).getBytes(StandardCharsets.UTF_8);
    }

    byte[] root() {
        return bytes(rootHash);
    }

    /** Whether a key of these made the signature: the one that it names, since its name is made of the key. */
    boolean isSignedBy(Iterable<PublicHalf> keys) {
        var text = signed(size, rootHash, at);
        for (var key : keys) {
            if (key.id().equals(keyId) && key.verifies(text, bytes(signature))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String base64) {
        try {
            var decoded = Base64.getDecoder().decode(base64);
            // Another spelling of the same bytes is not what was signed.
            return Base64.getEncoder().encodeToString(decoded).equals(base64) ? decoded : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
