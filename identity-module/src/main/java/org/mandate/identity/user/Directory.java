package org.mandate.identity.user;

import static org.mandate.identity.user.FieldRules.invalid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.identity.UserId;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Answers what is asked about users, from the directory's table. */
@Component
class Directory {

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_QUERY = 254;

    private final DirectoryRows rows;
    private final Claims claims;

    Directory(DirectoryRows rows, Claims claims) {
        this.rows = rows;
        this.claims = claims;
    }

    @QueryHandler
    Optional<UserView> handle(FindUser query) {
        return one(query.user());
    }

    @QueryHandler
    Optional<UserId> handle(FindUserId query) {
        var text = query.usernameOrId();
        if (text.isBlank() || text.length() > 200 || unprintable(text)) {
            return Optional.empty();
        }
        return one(new UserId(text)).map(UserView::id).or(() -> claims.holder(Claims.Kind.USERNAME, text));
    }

    @QueryHandler
    UserPage handle(FindUsers query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw invalid("limit", "1 to 1000 is expected");
        }
        if (query.q().filter(q -> q.length() > MAX_QUERY || unprintable(q)).isPresent()) {
            throw invalid("q", "at most 254 characters without control characters are expected");
        }
        var after = query.cursor().map(Place::of);
        var found = page(query, after, query.limit() + 1);
        var items = found.subList(0, Math.min(found.size(), query.limit()));
        var more = found.size() > query.limit();
        return new UserPage(
                List.copyOf(items),
                more ? Optional.of(Place.of(items.get(items.size() - 1)).cursor()) : Optional.empty());
    }

    private Optional<UserView> one(UserId user) {
        var sql = "select " + DirectoryRows.COLUMNS + " from identity_user where user_id = :id";
        return rows.find(sql, Map.of("id", user.value())).stream().findFirst();
    }

    private List<UserView> page(FindUsers query, Optional<Place> after, int limit) {
        if (query.among().filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        after.ifPresent(place -> {
            conditions.add("(username_key, user_id) > (:key, :id)");
            parameters.put("key", place.key());
            parameters.put("id", place.id());
        });
        query.q().filter(q -> !q.isBlank()).ifPresent(q -> {
            conditions.add("search_text like :q escape '!'");
            parameters.put("q", "%" + escaped(Folding.fold(q.strip())) + "%");
        });
        query.active().ifPresent(active -> {
            conditions.add("active = :active");
            parameters.put("active", active);
        });
        query.among().ifPresent(among -> {
            // one parameter, however many they are
            conditions.add("user_id = any(:among)");
            var ids = among.stream().map(UserId::value).toArray();
            parameters.put("among", new SqlArrayValue("varchar", ids));
        });
        parameters.put("limit", limit);
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var sql = "select " + DirectoryRows.COLUMNS + " from identity_user" + where
                + " order by username_key, user_id fetch first :limit rows only";
        return rows.find(sql, parameters);
    }

    private static boolean unprintable(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private record Place(String key, String id) {

        static Place of(UserView last) {
            return new Place(Folding.fold(last.username()), last.id().value());
        }

        static Place of(String cursor) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var end = text.indexOf('\n');
                if (end > 0 && !unprintable(text.substring(0, end) + text.substring(end + 1))) {
                    return new Place(text.substring(0, end), text.substring(end + 1));
                }
            } catch (IllegalArgumentException e) {
                // answered below
            }
            throw invalid("cursor", "the `next` of a page is expected");
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + "\n" + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
