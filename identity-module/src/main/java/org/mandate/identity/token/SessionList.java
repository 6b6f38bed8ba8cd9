package org.mandate.identity.token;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserRuleViolated;
import org.mandate.identity.user.UserRuleViolated.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the sessions that stand, page by page. */
@Component
class SessionList {

    private static final int MAX_LIMIT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    SessionPage handle(FindSessions query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw invalid("limit", "1 to 1000 is expected");
        }
        var found = find(query);
        var items = found.subList(0, Math.min(found.size(), query.limit()));
        var more = found.size() > query.limit();
        return new SessionPage(
                items, more ? Optional.of(Place.of(items.get(items.size() - 1)).cursor()) : Optional.empty());
    }

    private List<SessionView> find(FindSessions query) {
        var sql = new StringBuilder("""
                select session_id, user_id, scopes, created_at, expires_at from identity_session
                where ended_at is null and expires_at > :now
                """);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", at(clock.instant()));
        parameters.put("limit", query.limit() + 1);
        query.user().ifPresent(user -> {
            sql.append(" and user_id = :user");
            parameters.put("user", user.value());
        });
        query.cursor().map(Place::of).ifPresent(place -> {
            sql.append(" and created_at <= :at and (created_at < :at or session_id < :id)");
            parameters.put("at", at(place.at()));
            parameters.put("id", place.session());
        });
        sql.append(" order by created_at desc, session_id desc fetch first :limit rows only");
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, n) -> view(row))
                .list();
    }

    private static SessionView view(ResultSet row) throws SQLException {
        return new SessionView(
                row.getString(1),
                new UserId(row.getString(2)),
                new TreeSet<>(List.of(row.getString(3).split(" "))),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static UserRuleViolated invalid(String field, String message) {
        return new UserRuleViolated(Rule.INVALID, field, message);
    }

    /** The place of a session in the list. */
    private record Place(Instant at, String session) {

        static Place of(SessionView view) {
            return new Place(view.createdAt(), view.id());
        }

        static Place of(String cursor) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var cut = text.indexOf(' ');
                if (cut > 0) {
                    return new Place(Instant.parse(text.substring(0, cut)), text.substring(cut + 1));
                }
            } catch (IllegalArgumentException | DateTimeException broken) {
                throw invalid("cursor", "the `next` of a page is expected");
            }
            throw invalid("cursor", "the `next` of a page is expected");
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + " " + session).getBytes(StandardCharsets.UTF_8));
        }
    }
}
