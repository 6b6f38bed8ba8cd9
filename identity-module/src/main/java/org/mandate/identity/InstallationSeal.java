package org.mandate.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether a key is the one that the database was begun with: the first key leaves a sealed text behind, which only that
 * key opens.
 */
public final class InstallationSeal {

    private static final byte[] TEXT = "mandate".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTEXT = "installation-key-check";

    private final JdbcClient jdbc;

    public InstallationSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nothing is sealed yet, so that any key may be the first. */
    public boolean isUnused() {
        return jdbc.sql("""
                        select (select count(*) from identity_installation) + (select count(*) from identity_profile_key)
                        """).query(Long.class).single() == 0;
    }

    /** Whether this is the key of the database; the first key that asks becomes it. */
    public boolean admits(InstallationKey key) {
        SealingKey sealing = key.sealing();
        return opensCheck(sealing).orElseGet(() -> {
            // A database from before there was this check has profiles, whose keys are sealed with its key.
            return opensProfileKey(sealing).orElse(true) && leavesCheck(sealing);
        });
    }

    private Optional<Boolean> opensCheck(SealingKey key) {
        return jdbc.sql("select key_check from identity_installation where id = 1")
                .query((row, n) -> opens(key, row.getBytes(1), CONTEXT))
                .optional();
    }

    private Optional<Boolean> opensProfileKey(SealingKey key) {
        return jdbc.sql("""
                        select wrapped_key, user_id from identity_profile_key
                        where wrapped_key is not null order by user_id limit 1
                        """)
                .query((row, n) -> opens(key, row.getBytes(1), "profile-key:" + row.getString(2)))
                .optional();
    }

    private boolean leavesCheck(SealingKey key) {
        try {
            jdbc.sql("insert into identity_installation (id, key_check) values (1, ?)")
                    .param(key.seal(TEXT, CONTEXT))
                    .update();
            return true;
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return opensCheck(key).orElse(false);
        }
    }

    private static boolean opens(SealingKey key, byte[] bytes, String context) {
        try {
            return key.open(bytes, context).length > 0;
        } catch (IllegalStateException sealedWithAnother) {
            return false;
        }
    }
}
