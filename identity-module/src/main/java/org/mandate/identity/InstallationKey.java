package org.mandate.identity;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation, an AES key of 32 bytes, held outside the database. It encrypts what the database must not
 * show: private signing keys and the keys of sealed profiles.
 */
public record InstallationKey(SecretKey key) {

    /** The key of these 32 bytes. */
    public static InstallationKey of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("the installation key has 32 bytes");
        }
        return new InstallationKey(new SecretKeySpec(bytes, "AES"));
    }

    /** This key, to seal with. */
    public SealingKey sealing() {
        return new SealingKey(key);
    }

    @Override
    public String toString() {
        return "InstallationKey[]";
    }
}
