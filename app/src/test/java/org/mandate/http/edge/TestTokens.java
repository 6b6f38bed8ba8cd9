package org.mandate.http.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes access tokens, good ones and bad ones. */
final class TestTokens {
    private volatile RSAKey key = generate("first");

    JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    void rotate() {
        key = generate(UUID.randomUUID().toString());
    }

    String good() {
        return signed(claims -> claims);
    }

    String withScope(String scope) {
        return signed(claims -> claims.claim("scope", scope));
    }

    String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signedAs("at+jwt", change);
    }

    String signedAs(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(header(type).build(), change, signer(key));
    }

    String byAnotherKey() {
        return sign(header("at+jwt").build(), claims -> claims, signer(generate(key.getKeyID())));
    }

    String withEmbeddedKey() {
        RSAKey own = generate(key.getKeyID());
        return sign(header("at+jwt").jwk(own.toPublicJWK()).build(), claims -> claims, signer(own));
    }

    String macOverPublicKey() {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(key.getKeyID())
                    .build();
            return sign(
                    header, claims -> claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    private JWSHeader.Builder header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID());
    }

    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(EdgeApp.ISSUER)
                .audience("mandate")
                .subject("u-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", EdgeApp.LIVE)
                .claim("scope", "posts:read users:read");
    }

    private static String sign(JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(header, change.apply(claims()).build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
