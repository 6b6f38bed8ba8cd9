package org.mandate.authorization.integrity;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A key that tree heads are verified with.
 * @param publicKey the 32 bytes of Ed25519
 * @param until when another took its place; what it signed before stays valid
 */
@SuppressWarnings("ArrayRecordComponent")
public record JournalKey(String keyId, byte[] publicKey, Instant from, Optional<Instant> until) {

    /** As a file that other programs read: the encoding of RFC 8410 in PEM. */
    public String pem() {
        var encoded = PublicHalf.ofRaw(publicKey).key().getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
