package org.mandate.identity.user;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks up, hashes and counts in this order, and answers an unknown user by the same steps as a known one. */
@Component
class ThrottledPasswordCheck implements PasswordCheck {

    private record HashSeen(UserId user, String hash) implements Proof {

        @Override
        public String toString() {
            return "Proof[" + user + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Claims claims;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Attempts attempts;
    private final TransactionTemplate apart;

    ThrottledPasswordCheck(
            JdbcClient jdbc,
            Claims claims,
            Credentials credentials,
            PasswordHashing hashing,
            Attempts attempts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.credentials = credentials;
        this.hashing = hashing;
        this.attempts = attempts;
        this.apart = new TransactionTemplate(transactions);
        // a connection must not be kept from others while a hash is computed
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public Outcome check(String username, String password, String source) {
        return apart.execute(status -> checkApart(username, password, source));
    }

    private Outcome checkApart(String username, String password, String source) {
        var account = Attempts.Key.account(username);
        var address = Attempts.Key.source(source);
        var delay = longest(attempts.delay(account), attempts.delay(address));
        if (delay.isPresent()) {
            return new Outcome.Throttled(delay.get());
        }
        var holder = claims.holder(Claims.Kind.USERNAME, username);
        var hash = credentials.hashOf(holder.orElse(new UserId("nobody")));
        try {
            var matches =
                    FieldRules.couldBePassword(password) && hashing.matches(password, hash.orElse(hashing.decoy()));
            if (!matches || holder.isEmpty() || hash.isEmpty()) {
                attempts.failed(account);
                attempts.failed(address);
                return new Outcome.Refused();
            }
        } catch (PasswordHashing.Busy e) {
            return new Outcome.Throttled(Duration.ofSeconds(1));
        }
        // guesses that ran side by side with this one count, too
        var late = attempts.delay(account);
        if (late.isPresent()) {
            return new Outcome.Throttled(late.get());
        }
        attempts.succeeded(account);
        return new Outcome.Proven(holder.get(), new HashSeen(holder.get(), hash.get()));
    }

    @Override
    public boolean stands(Proof proof) {
        var seen = (HashSeen) proof;
        return credentials.lock(seen.user()).filter(seen.hash()::equals).isPresent() && active(seen.user());
    }

    @Override
    public void forgetOldFailures() {
        attempts.prune();
    }

    private boolean active(UserId user) {
        return jdbc.sql("select active from identity_user where user_id = ?")
                .param(user.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Optional<Duration> longest(Optional<Duration> one, Optional<Duration> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Duration::compareTo);
    }
}
