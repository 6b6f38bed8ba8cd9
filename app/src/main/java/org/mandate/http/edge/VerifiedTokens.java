package org.mandate.http.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mandate.identity.token.TokenKeys;
import org.springframework.stereotype.Component;

/**
 * Access tokens and what they say. Verifying a signature costs more than the rest of a request, so what has been verified
 * is remembered, for as long as the token lives and the key that signed it is published.
 */
@Component
class VerifiedTokens {
    private static final int MOST = 20_000;
    private static final int LONGEST = 4096;

    private final TokenKeys keys;
    private final TokenCheck check;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    VerifiedTokens(TokenKeys keys, TokenCheck check, Clock clock) {
        this.keys = keys;
        this.check = check;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, Verified>creating((token, entry) -> lifetime(entry)))
                .build();
    }

    /** What the token says; empty when it is not one of ours or not good now. */
    Optional<BearerClaims> verify(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        JWKSet published = keys.published();
        Verified known = verified.getIfPresent(token);
        if (known != null && known.standsWith(published)) {
            return Optional.of(known.claims()).filter(claims -> TokenCheck.lives(claims, clock.instant()));
        }
        Optional<Verified> fresh = check.verify(token, published, clock.instant());
        if (fresh.isPresent()) {
            verified.put(token, fresh.get());
        } else if (known != null) {
            verified.invalidate(token);
        }
        return fresh.map(Verified::claims);
    }

    private Duration lifetime(Verified entry) {
        Duration rest =
                Duration.between(clock.instant(), entry.claims().expires()).plus(TokenCheck.SKEW);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Claims and the key that vouches for them. */
    record Verified(BearerClaims claims, JWK key) {
        boolean standsWith(JWKSet published) {
            return key.equals(published.getKeyByKeyId(key.getKeyID()));
        }
    }
}
