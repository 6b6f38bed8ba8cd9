package org.mandate.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.identity.token.SigningKeyStore.SigningKey;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys as this node knows them, read again every few seconds. A key is made when there is none, once for all nodes,
 * and after that by rotation only.
 */
@Component
class SigningKeys implements TokenKeys {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final Duration KNOWN_AT_MOST = Duration.ofSeconds(8);
    // longer than any node works from what it read before
    private static final Duration LEAD = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int BITS = 2048;

    private record Known(List<SigningKey> keys, JWKSet published, Instant at) {}

    private final SigningKeyStore store;
    private final TokenSettings settings;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Asking asking = new Asking();
    private volatile Optional<Known> known = Optional.empty();
    private CompletableFuture<Known> reading =
            CompletableFuture.failedFuture(new IllegalStateException("not asked yet"));

    SigningKeys(SigningKeyStore store, TokenSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public JWKSet published() {
        return known().published();
    }

    @QueryHandler
    List<SigningKeyView> handle(FindSigningKeys query) {
        return known().keys().stream()
                .map(key -> new SigningKeyView(key.pair().getKeyID(), key.signsFrom(), key.publishedUntil()))
                .toList();
    }

    /** The pair that signs now. */
    RSAKey signing() {
        var now = clock.instant();
        var keys = known().keys();
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElse(keys.get(keys.size() - 1))
                .pair();
    }

    @CommandHandler
    void decide(RotateSigningKeys command) {
        var pair = generate();
        apart.executeWithoutResult(status -> {
            store.lock();
            var signsFrom = clock.instant().plus(LEAD);
            store.retire(signsFrom.plus(settings.accessLifetime()).plus(SKEW));
            store.add(new SigningKey(pair, signsFrom, Optional.empty()));
        });
        known = Optional.empty();
    }

    private Known known() {
        var now = clock.instant();
        var seen = known;
        if (seen.isEmpty()) {
            return read(now);
        }
        if (isYoung(seen.get(), KNOWN_FOR, now)) {
            return seen.get();
        }
        try {
            var old = isYoung(seen.get(), KNOWN_AT_MOST, now);
            return Asking.answer(reading(now), old ? settings.patience().dividedBy(3) : settings.patience());
        } catch (DataAccessException | TransactionException e) {
            if (isYoung(seen.get(), KNOWN_AT_MOST, now)) {
                return seen.get();
            }
            throw e;
        }
    }

    private static boolean isYoung(Known seen, Duration age, Instant now) {
        return now.isBefore(seen.at().plus(age));
    }

    /** One question at a time, for all who wait. */
    private synchronized CompletableFuture<Known> reading(Instant now) {
        if (reading.isDone()) {
            reading = asking.ask(() -> read(now));
        }
        return reading;
    }

    private Known read(Instant now) {
        var keys = store.published();
        if (keys.isEmpty()) {
            keys = first();
        }
        var publicKeys =
                keys.stream().map(key -> (JWK) key.pair().toPublicJWK()).toList();
        var read = new Known(keys, new JWKSet(publicKeys), now);
        known = Optional.of(read);
        return read;
    }

    private List<SigningKey> first() {
        var pair = generate();
        return apart.execute(status -> {
            store.lock();
            if (store.published().isEmpty()) {
                store.add(new SigningKey(pair, clock.instant(), Optional.empty()));
            }
            return store.published();
        });
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }
}
