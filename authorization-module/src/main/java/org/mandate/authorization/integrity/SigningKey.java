package org.mandate.authorization.integrity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A key pair that heads are signed with. */
record SigningKey(PublicHalf publicHalf, PrivateKey privateHalf) {

    static SigningKey random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(PublicHalf.ALGORITHM).generateKeyPair();
            return new SigningKey(new PublicHalf(pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    static SigningKey of(byte[] rawPublic, byte[] encodedPrivate) {
        try {
            var privateHalf = KeyFactory.getInstance(PublicHalf.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encodedPrivate));
            return new SigningKey(PublicHalf.ofRaw(rawPublic), privateHalf);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key of the journal cannot be read", e);
        }
    }

    String id() {
        return publicHalf.id();
    }

    TreeHead sign(long size, byte[] root, String at) {
        var rootHash = Base64.getEncoder().encodeToString(root);
        try {
            var signer = Signature.getInstance(PublicHalf.ALGORITHM);
            signer.initSign(privateHalf);
            signer.update(TreeHead.signed(size, rootHash, at));
            return new TreeHead(size, rootHash, at, Base64.getEncoder().encodeToString(signer.sign()), id());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a tree head cannot be signed", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
