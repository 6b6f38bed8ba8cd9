package org.mandate.identity.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts failed sign-ins in the database, so that more nodes allow no more guesses. An account is slowed down, never
 * locked: who is locked out at will is denied service.
 */
@Component
class Attempts {

    private static final Duration ACCOUNT_WINDOW = Duration.ofMinutes(15);
    private static final Duration SOURCE_WINDOW = Duration.ofMinutes(1);
    private static final int ACCOUNT_FREE = 10;
    private static final int SOURCE_FREE = 100;
    private static final long MAX_DELAY_SECONDS = 60;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private enum Kind {
        ACCOUNT,
        SOURCE
    }

    /** What failures are counted for. Hashed: what was typed as a username may be a password. */
    record Key(Kind kind, String hash) {

        static Key account(String username) {
            return new Key(Kind.ACCOUNT, sha256(Folding.fold(username)));
        }

        static Key source(String address) {
            return new Key(Kind.SOURCE, sha256(address));
        }
    }

    private record Row(int failures, Instant since, Instant lastAt, Instant notBefore) {}

    /** How long to wait before the next attempt is looked at. */
    Optional<Duration> delay(Key key) {
        var now = clock.instant();
        return find(key).filter(row -> row.notBefore().isAfter(now)).map(row -> Duration.between(now, row.notBefore()));
    }

    void failed(Key key) {
        for (var attempt = 1; attempt <= 3; attempt++) {
            try {
                apart.executeWithoutResult(status -> count(key));
                return;
            } catch (DuplicateKeyException e) {
                // another failure was the first one; count on top of it
            }
        }
    }

    void succeeded(Key key) {
        jdbc.sql("delete from identity_sign_in_failure where kind = ? and key_hash = ?")
                .params(key.kind().name(), key.hash())
                .update();
    }

    void prune() {
        jdbc.sql("delete from identity_sign_in_failure where last_at < ?")
                .param(at(clock.instant().minus(ACCOUNT_WINDOW.plus(ACCOUNT_WINDOW))))
                .update();
    }

    private void count(Key key) {
        var now = clock.instant();
        var found = jdbc.sql("""
                        select failures, since, last_at, not_before from identity_sign_in_failure
                        where kind = ? and key_hash = ? for update
                        """)
                .params(key.kind().name(), key.hash())
                .query((row, n) -> row(row))
                .optional();
        var next = next(key.kind(), found, now);
        var sql = found.isPresent() ? """
                update identity_sign_in_failure set failures = ?, since = ?, last_at = ?, not_before = ?
                where kind = ? and key_hash = ?
                """ : """
                insert into identity_sign_in_failure (failures, since, last_at, not_before, kind, key_hash)
                values (?, ?, ?, ?, ?, ?)
                """;
        jdbc.sql(sql)
                .params(
                        next.failures(),
                        at(next.since()),
                        at(next.lastAt()),
                        at(next.notBefore()),
                        key.kind().name(),
                        key.hash())
                .update();
    }

    private static Row next(Kind kind, Optional<Row> before, Instant now) {
        if (kind == Kind.SOURCE) {
            var standing = before.filter(row -> row.since().plus(SOURCE_WINDOW).isAfter(now));
            var failures = standing.map(Row::failures).orElse(0) + 1;
            var since = standing.map(Row::since).orElse(now);
            return new Row(failures, since, now, failures >= SOURCE_FREE ? since.plus(SOURCE_WINDOW) : now);
        }
        var standing = before.filter(row -> row.lastAt().plus(ACCOUNT_WINDOW).isAfter(now));
        var failures = standing.map(Row::failures).orElse(0) + 1;
        var since = standing.map(Row::since).orElse(now);
        return new Row(failures, since, now, now.plusSeconds(accountDelay(failures)));
    }

    private static long accountDelay(int failures) {
        if (failures <= ACCOUNT_FREE) {
            return 0;
        }
        var doublings = Math.min(failures - ACCOUNT_FREE - 1, 6);
        return Math.min(MAX_DELAY_SECONDS, 1L << doublings);
    }

    private Optional<Row> find(Key key) {
        return jdbc.sql("""
                        select failures, since, last_at, not_before from identity_sign_in_failure
                        where kind = ? and key_hash = ?
                        """)
                .params(key.kind().name(), key.hash())
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt(1), instant(row, 2), instant(row, 3), instant(row, 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
