package org.mandate.identity.user;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserRuleViolated.Rule;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which username and e-mail address. Written in the command's own transaction: the unique key of the table
 * decides a race, not a look-up before it.
 */
@Component
class Claims {

    static final int MAX_KEY = 320;
    private static final int CHUNK = 1000;

    enum Kind {
        USERNAME(Rule.USERNAME_TAKEN, "username", "this username is taken, choose another"),
        EMAIL(Rule.EMAIL_TAKEN, "email", "this e-mail address is taken, choose another");

        private final Rule rule;
        private final String field;
        private final String message;

        Kind(Rule rule, String field, String message) {
            this.rule = rule;
            this.field = field;
            this.message = message;
        }

        String field() {
            return field;
        }

        UserRuleViolated taken() {
            return new UserRuleViolated(rule, field, message);
        }
    }

    record Claim(Kind kind, String key, UserId user) {

        static Claim of(Kind kind, String text, UserId user) {
            return new Claim(kind, Folding.fold(text), user);
        }
    }

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Claims(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void take(Kind kind, String text, UserId user) {
        var claim = Claim.of(kind, text, user);
        try {
            jdbc.sql("insert into identity_claim (kind, claim_key, user_id) values (?, ?, ?)")
                    .params(claim.kind().name(), claim.key(), claim.user().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw kind.taken();
        }
    }

    void takeAll(Kind kind, List<Claim> claims) {
        try {
            batches.batchUpdate(
                    "insert into identity_claim (kind, claim_key, user_id) values (?, ?, ?)",
                    claims,
                    CHUNK,
                    (statement, claim) -> {
                        statement.setString(1, claim.kind().name());
                        statement.setString(2, claim.key());
                        statement.setString(3, claim.user().value());
                    });
        } catch (DuplicateKeyException e) {
            throw kind.taken();
        }
    }

    /** Give up the old text for the new one, if they differ by more than case. */
    void change(Kind kind, String before, String after, UserId user) {
        if (Folding.fold(before).equals(Folding.fold(after))) {
            return;
        }
        jdbc.sql("delete from identity_claim where kind = ? and user_id = ?")
                .params(kind.name(), user.value())
                .update();
        take(kind, after, user);
    }

    void release(UserId user) {
        jdbc.sql("delete from identity_claim where user_id = ?")
                .param(user.value())
                .update();
    }

    Optional<UserId> holder(Kind kind, String text) {
        var key = Folding.fold(text);
        if (key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select user_id from identity_claim where kind = ? and claim_key = ?")
                .params(kind.name(), key)
                .query((row, n) -> new UserId(row.getString(1)))
                .optional();
    }

    /** The holders of these folded texts, by folded text. */
    Map<String, UserId> holders(Kind kind, Collection<String> keys) {
        var holders = new HashMap<String, UserId>();
        for (var chunk : Chunks.of(keys, CHUNK)) {
            jdbc.sql("select claim_key, user_id from identity_claim where kind = :kind and claim_key in (:keys)")
                    .param("kind", kind.name())
                    .param("keys", chunk)
                    .query(row -> {
                        holders.put(row.getString(1), new UserId(row.getString(2)));
                    });
        }
        return holders;
    }
}
