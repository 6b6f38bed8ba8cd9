package org.mandate.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An AES-256 key that seals bytes with GCM: a random nonce of 12 bytes, then the ciphertext with its tag. */
public record SealingKey(SecretKey key) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key. */
    public static SealingKey random() {
        return of(bytes(32));
    }

    /** The key of these 32 bytes. */
    public static SealingKey of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a sealing key has 32 bytes");
        }
        return new SealingKey(new SecretKeySpec(bytes, "AES"));
    }

    /**
     * Encrypt.
     * @param context what the bytes belong to; they open in the same context only
     */
    public byte[] seal(byte[] plain, String context) {
        var nonce = bytes(NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, new GCMParameterSpec(TAG_BITS, nonce), context);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Decrypt.
     * @throws IllegalStateException when the bytes were sealed with another key or context, or were changed
     */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("sealed bytes are cut short");
        }
        try {
            var parameters = new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, parameters, context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("sealed bytes do not open with this key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private Cipher cipher(int mode, GCMParameterSpec parameters, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, parameters);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "SealingKey[]";
    }
}
