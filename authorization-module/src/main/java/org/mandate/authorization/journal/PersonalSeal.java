package org.mandate.authorization.journal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens the personal fields of records. Each part has a key of its own, derived from the person's key and the
 * record's id, so that one part can be opened for an auditor without giving away any other.
 */
public final class PersonalSeal {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    /** Each key seals once, so its nonce may be the same for all. */
    private static final byte[] NONCE = new byte[12];

    /** Each of these is dear to make and cheap to use again with another key. */
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(PersonalSeal::newMac);

    private static final ThreadLocal<Cipher> SEALING = ThreadLocal.withInitial(PersonalSeal::newCipher);

    private static final ThreadLocal<Cipher> OPENING = ThreadLocal.withInitial(PersonalSeal::newCipher);

    private PersonalSeal() {}

    /** HKDF's expansion to one block: the person's key is random already. */
    static byte[] openingOf(byte[] personKey, String recordId, int header) {
        var info = new FieldWriter(18);
        info.id(recordId);
        info.octet(header);
        info.octet(1);
        try {
            var mac = MACS.get();
            mac.init(new SecretKeySpec(personKey, MAC));
            return mac.doFinal(info.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java takes no key for " + MAC, e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    static SealedPart seal(byte[] plain, byte[] opening, int header) {
        try {
            var cipher = sealing(opening, header);
            var part = new byte[1 + cipher.getOutputSize(plain.length)];
            part[0] = (byte) header;
            cipher.doFinal(plain, 0, plain.length, part, 1);
            return new SealedPart(part, Optional.of(opening));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** A cipher refuses to seal with the same key twice running, which an attempt whose outcome is unknown makes us do. */
    private static Cipher sealing(byte[] key, int header) throws GeneralSecurityException {
        try {
            return with(SEALING.get(), Cipher.ENCRYPT_MODE, key, header);
        } catch (InvalidAlgorithmParameterException sameAgain) {
            return with(newCipher(), Cipher.ENCRYPT_MODE, key, header);
        }
    }

    /**
     * The record with all of its personal fields that its parts have an opening for.
     * @throws MalformedRecord when a part does not open with its opening
     */
    public static DecisionRecord open(DecisionRecord record) {
        return open(record, part -> part);
    }

    static DecisionRecord open(DecisionRecord record, UnaryOperator<SealedPart> opener) {
        var parts = new ArrayList<SealedPart>(2);
        var fields = PersonalFields.NONE;
        for (var stored : record.sealed()) {
            var part = opener.apply(stored);
            var opening = part.opening().orElse(null);
            parts.add(part);
            if (opening != null) {
                fields = fields.and(PersonalFields.of(plain(part, opening)));
            }
        }
        return parts.isEmpty() ? record : record.with(List.copyOf(parts)).with(fields);
    }

    private static byte[] plain(SealedPart part, byte[] opening) {
        if (opening.length != KEY_BYTES) {
            throw new MalformedRecord("an opening of it is no key");
        }
        try {
            var cipher = with(OPENING.get(), Cipher.DECRYPT_MODE, opening, part.header());
            return cipher.doFinal(part.bytes(), 1, part.bytes().length - 1);
        } catch (AEADBadTagException e) {
            throw new MalformedRecord("a sealed part of it does not open");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private static Cipher with(Cipher cipher, int mode, byte[] key, int header) throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(new byte[] {(byte) header});
        return cipher;
    }
}
