package org.mandate.http.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandate.identity.UserId;
import org.mandate.identity.token.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The whole check of an access token, RFC 8725 and RFC 9068: one algorithm, one type, a key that we publish, our issuer and
 * audience, and a time that is now. What the token's header says beside that, embedded keys and key locations, is not read.
 */
@Component
class TokenCheck {
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final TokenSettings settings;

    TokenCheck(TokenSettings settings) {
        this.settings = settings;
    }

    Optional<VerifiedTokens.Verified> verify(String token, JWKSet published, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Optional<RSAKey> key = keyFor(jwt.getHeader(), published);
            if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get().toRSAPublicKey()))) {
                return Optional.empty();
            }
            return claims(jwt.getJWTClaimsSet(), now).map(claims -> new VerifiedTokens.Verified(claims, key.get()));
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    static boolean lives(BearerClaims claims, Instant now) {
        return now.isBefore(claims.expires().plus(SKEW));
    }

    private static Optional<RSAKey> keyFor(JWSHeader header, JWKSet published) {
        boolean accessToken = ACCESS_TOKEN.equals(header.getType())
                && JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && header.getKeyID() != null
                && (header.getCriticalParams() == null
                        || header.getCriticalParams().isEmpty());
        return accessToken && published.getKeyByKeyId(header.getKeyID()) instanceof RSAKey key
                ? Optional.of(key)
                : Optional.empty();
    }

    private Optional<BearerClaims> claims(JWTClaimsSet set, Instant now) throws ParseException {
        Date expires = set.getExpirationTime();
        Date notBefore = set.getNotBeforeTime();
        String session = set.getStringClaim("sid");
        boolean ours = settings.issuer().equals(set.getIssuer())
                && set.getAudience().equals(List.of(settings.audience()))
                && present(set.getSubject())
                && present(session)
                && expires != null
                && (notBefore == null || !notBefore.toInstant().isAfter(now.plus(SKEW)));
        if (!ours) {
            return Optional.empty();
        }
        BearerClaims claims = new BearerClaims(
                new UserId(set.getSubject()), scopes(set.getStringClaim("scope")), session, expires.toInstant());
        return Optional.of(claims).filter(good -> lives(good, now));
    }

    private static boolean present(@Nullable String claim) {
        return claim != null && !claim.isBlank();
    }

    private static Set<String> scopes(@Nullable String claim) {
        return claim == null || claim.isBlank() ? Set.of() : Set.of(claim.trim().split(" +"));
    }
}
