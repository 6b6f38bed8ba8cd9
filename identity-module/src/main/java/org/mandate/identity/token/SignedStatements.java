package org.mandate.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs statements. The last one is kept, since anyone may ask for it as often as they like. */
@Component
class SignedStatements implements Statements {

    private record Signed(String keyId, Map<String, String> claims, String jwt) {}

    private final SigningKeys keys;
    private final TokenSettings settings;
    private final Clock clock;
    private volatile Optional<Signed> last = Optional.empty();

    SignedStatements(SigningKeys keys, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String signed(Map<String, String> claims) {
        var key = keys.signing();
        var known = last.filter(
                one -> one.keyId().equals(key.getKeyID()) && one.claims().equals(claims));
        if (known.isPresent()) {
            return known.get().jwt();
        }
        var jwt = sign(claims, key);
        last = Optional.of(new Signed(key.getKeyID(), Map.copyOf(claims), jwt));
        return jwt;
    }

    private String sign(Map<String, String> claims, RSAKey key) {
        var all = new JWTClaimsSet.Builder().issuer(settings.issuer()).issueTime(Date.from(clock.instant()));
        claims.forEach(all::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, all.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
        return jwt.serialize();
    }
}
