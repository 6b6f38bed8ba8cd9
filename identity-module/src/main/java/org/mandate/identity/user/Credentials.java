package org.mandate.identity.user;

import java.util.Optional;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The password hashes. */
@Component
class Credentials {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> hashOf(UserId user) {
        return jdbc.sql("select hash from identity_credential where user_id = ?")
                .param(user.value())
                .query(String.class)
                .optional();
    }

    /** The hash, held until the end of the transaction: whoever changes the account and whoever signs in take turns. */
    Optional<String> lock(UserId user) {
        return jdbc.sql("select hash from identity_credential where user_id = ? for update")
                .param(user.value())
                .query(String.class)
                .optional();
    }

    void put(UserId user, String hash) {
        var changed = jdbc.sql("update identity_credential set hash = ? where user_id = ?")
                .params(hash, user.value())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into identity_credential (hash, user_id) values (?, ?)")
                    .params(hash, user.value())
                    .update();
        }
    }

    void delete(UserId user) {
        jdbc.sql("delete from identity_credential where user_id = ?")
                .param(user.value())
                .update();
    }
}
