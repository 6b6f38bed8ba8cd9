package org.mandate.authorization.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.Micros;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that heads are signed with. The database keeps their private halves sealed: whoever has only it signs nothing. */
final class SigningKeys {

    private static final String CURRENT =
            "select key_id, public_key, private_key from journal_signing_key where signs_until is null";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SealingKey installation;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, SealingKey installation, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.installation = installation;
        this.clock = clock;
    }

    /** The one that signs now; made when there is none. To be called by whoever has the tree's row locked. */
    SigningKey current() {
        return jdbc.sql(CURRENT).query((row, n) -> opened(row)).optional().orElseGet(this::add);
    }

    private SigningKey add() {
        var key = SigningKey.random();
        jdbc.sql("""
                        insert into journal_signing_key (key_id, public_key, private_key, signs_from) values (?, ?, ?, ?)
                        """)
                .params(
                        key.id(),
                        key.publicHalf().raw(),
                        installation.seal(key.privateHalf().getEncoded(), context(key.id())),
                        now())
                .update();
        return key;
    }

    private SigningKey opened(ResultSet row) throws SQLException {
        var key = SigningKey.of(row.getBytes(2), privateHalf(row));
        if (!key.id().equals(row.getString(1))) {
            throw new TreeFault("the signing key `" + row.getString(1) + "` is not the one of that name");
        }
        return key;
    }

    private byte[] privateHalf(ResultSet row) throws SQLException {
        var id = row.getString(1);
        try {
            return installation.open(row.getBytes(3), context(id));
        } catch (IllegalStateException sealedElsewhere) {
            throw new TreeFault("the signing key `" + id + "` was not made here");
        }
    }

    private static String context(String id) {
        return "journal-key:" + id;
    }

    @CommandHandler
    void decide(RotateJournalKeys command) {
        transaction.executeWithoutResult(status -> {
            TreeStore.lock(jdbc);
            jdbc.sql("update journal_signing_key set signs_until = ? where signs_until is null")
                    .param(now())
                    .update();
            add();
        });
    }

    /** All that ever signed, oldest first: heads of long ago must stay verifiable. */
    @QueryHandler
    List<JournalKey> handle(FindJournalKeys query) {
        return jdbc.sql("""
                        select key_id, public_key, signs_from, signs_until from journal_signing_key
                        order by signs_from, key_id
                        """)
                .query((row, n) -> new JournalKey(
                        row.getString(1),
                        row.getBytes(2),
                        Micros.instant(row.getLong(3)),
                        Optional.ofNullable((Long) row.getObject(4)).map(Micros::instant)))
                .list();
    }

    /** Those that are really ours: one that was written into the table by somebody else does not open. */
    List<PublicHalf> own() {
        return jdbc.sql("select key_id, public_key, private_key from journal_signing_key")
                .query((row, n) -> opened(row).publicHalf())
                .list();
    }

    private long now() {
        return Micros.of(clock.instant());
    }
}
