package org.mandate.identity.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signing keys in the database; private halves are sealed with the installation key. */
@Component
class SigningKeyStore {

    /** A key pair and the time in which it is used; published without end while it is the newest. */
    record SigningKey(RSAKey pair, Instant signsFrom, Optional<Instant> publishedUntil) {

        @Override
        public String toString() {
            return "SigningKey[" + pair.getKeyID() + "]";
        }
    }

    private final JdbcClient jdbc;
    private final SealingKey installation;
    private final Clock clock;

    SigningKeyStore(JdbcClient jdbc, InstallationKey installation, Clock clock) {
        this.jdbc = jdbc;
        this.installation = installation.sealing();
        this.clock = clock;
    }

    /** Only one node at a time makes keys; held until the end of the transaction. */
    void lock() {
        jdbc.sql("select id from identity_signing_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Those that are published now, the newest first. */
    List<SigningKey> published() {
        return jdbc.sql("""
                        select key_id, private_key, signs_from, published_until from identity_signing_key
                        where published_until is null or published_until > ? order by signs_from desc, key_id
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> key(row))
                .list();
    }

    void add(SigningKey key) {
        var id = key.pair().getKeyID();
        jdbc.sql("""
                        insert into identity_signing_key (key_id, public_key, private_key, signs_from)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        id,
                        key.pair().toPublicJWK().toJSONString(),
                        installation.seal(key.pair().toJSONString().getBytes(StandardCharsets.UTF_8), context(id)),
                        key.signsFrom().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Let all keys that have no end yet end then. */
    void retire(Instant publishedUntil) {
        jdbc.sql("update identity_signing_key set published_until = ? where published_until is null")
                .param(publishedUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    void prune() {
        jdbc.sql("delete from identity_signing_key where published_until < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private SigningKey key(ResultSet row) throws SQLException {
        var id = row.getString(1);
        var plain = new String(installation.open(row.getBytes(2), context(id)), StandardCharsets.UTF_8);
        try {
            return new SigningKey(
                    RSAKey.parse(plain),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
        } catch (ParseException e) {
            // the exception would quote the key
            throw new IllegalStateException("signing key `" + id + "` cannot be read");
        }
    }

    private static String context(String id) {
        return "signing-key:" + id;
    }
}
