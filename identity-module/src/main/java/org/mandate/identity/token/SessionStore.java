package org.mandate.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions and their refresh tokens, of which only hashes are kept. */
@Component
class SessionStore {

    record Session(String id, UserId user, Set<String> scopes) {}

    /** A refresh token that was presented; {@code used} means presented again. */
    record Presented(String session, boolean used, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(Session session, Instant expiresAt) {
        jdbc.sql("""
                        insert into identity_session (session_id, user_id, scopes, created_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        session.id(),
                        session.user().value(),
                        String.join(" ", session.scopes()),
                        at(clock.instant()),
                        at(expiresAt))
                .update();
    }

    void extend(String session, Instant expiresAt) {
        jdbc.sql("update identity_session set expires_at = ? where session_id = ?")
                .params(at(expiresAt), session)
                .update();
    }

    void addRefreshToken(String hash, String session, Instant expiresAt) {
        jdbc.sql("insert into identity_refresh_token (token_hash, session_id, expires_at) values (?, ?, ?)")
                .params(hash, session, at(expiresAt))
                .update();
    }

    Optional<Presented> refreshToken(String hash) {
        return jdbc.sql("select session_id, used_at, expires_at from identity_refresh_token where token_hash = ?")
                .param(hash)
                .query((row, n) -> new Presented(row.getString(1), row.getObject(2) != null, instant(row, 3)))
                .optional();
    }

    void useRefreshToken(String hash) {
        jdbc.sql("update identity_refresh_token set used_at = ? where token_hash = ?")
                .params(at(clock.instant()), hash)
                .update();
    }

    /** The session if it stands, held until the end of the transaction: refreshing and revoking take turns. */
    Optional<Session> lock(String session) {
        return jdbc.sql("""
                        select session_id, user_id, scopes from identity_session
                        where session_id = ? and ended_at is null and expires_at > ? for update
                        """)
                .params(session, at(clock.instant()))
                .query((row, n) -> session(row))
                .optional();
    }

    boolean live(String session) {
        return jdbc.sql("""
                        select count(*) from identity_session s join identity_user u on u.user_id = s.user_id
                        where s.session_id = ? and s.ended_at is null and s.expires_at > ? and u.active
                        """)
                        .params(session, at(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void end(List<String> sessions) {
        for (var session : sessions) {
            jdbc.sql("update identity_session set ended_at = ? where session_id = ? and ended_at is null")
                    .params(at(clock.instant()), session)
                    .update();
        }
    }

    List<String> standing(UserId user) {
        return jdbc.sql("select session_id from identity_session where user_id = ? and ended_at is null for update")
                .param(user.value())
                .query(String.class)
                .list();
    }

    /** Forget what expired; an ended session that has not expired yet still answers the reuse of its tokens. */
    void prune() {
        jdbc.sql("delete from identity_session where expires_at < ?")
                .param(at(clock.instant()))
                .update();
        jdbc.sql("delete from identity_refresh_token where expires_at < ?")
                .param(at(clock.instant()))
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString(1),
                new UserId(row.getString(2)),
                new TreeSet<>(List.of(row.getString(3).split(" "))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
