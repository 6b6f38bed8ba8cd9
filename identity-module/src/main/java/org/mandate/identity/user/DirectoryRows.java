package org.mandate.identity.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The table behind the directory, or one that is built beside it. */
class DirectoryRows {

    static final String TABLE = "identity_user";
    static final String BESIDE = "identity_user_beside";

    static final String COLUMNS = "user_id, username, email, full_name, active, created_at, attributes";
    private static final int MAX_SEARCH_TEXT = 2000;
    private static final int CHUNK = 1000;

    record NewRow(UserId user, Profile profile, Map<String, Object> attributes, Instant createdAt) {}

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final AttributeRules attributes;
    private final String table;

    DirectoryRows(JdbcClient jdbc, JdbcOperations batches, AttributeRules attributes, String table) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.attributes = attributes;
        this.table = table;
    }

    void insert(List<NewRow> rows) {
        batches.batchUpdate("""
                insert into %s (user_id, username, username_key, email, full_name, search_text, active,
                    created_at, attributes)
                values (?, ?, ?, ?, ?, ?, true, ?, ?)
                """.formatted(table), rows, CHUNK, (statement, row) -> {
            var profile = row.profile();
            statement.setString(1, row.user().value());
            statement.setString(2, profile.username());
            statement.setString(3, Folding.fold(profile.username()));
            statement.setString(4, profile.email());
            statement.setString(5, profile.fullName().orElse(null));
            statement.setString(6, searchText(profile));
            statement.setObject(7, row.createdAt().atOffset(ZoneOffset.UTC));
            statement.setString(8, attributes.write(row.attributes()));
        });
    }

    int profile(UserId user, Profile profile) {
        return sql("""
                        update %s set username = ?, username_key = ?, email = ?, full_name = ?, search_text = ?
                        where user_id = ?
                        """)
                .param(profile.username())
                .param(Folding.fold(profile.username()))
                .param(profile.email())
                .param(profile.fullName().orElse(null))
                .param(searchText(profile))
                .param(user.value())
                .update();
    }

    int attributes(UserId user, Map<String, Object> changed) {
        return sql("update %s set attributes = ? where user_id = ?")
                .params(attributes.write(changed), user.value())
                .update();
    }

    int active(UserId user, boolean active) {
        return sql("update %s set active = ? where user_id = ?")
                .params(active, user.value())
                .update();
    }

    void delete(UserId user) {
        sql("delete from %s where user_id = ?").param(user.value()).update();
    }

    void deleteAll() {
        sql("delete from %s").update();
    }

    /** The users of this query, which selects {@link #COLUMNS}. */
    List<UserView> find(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query((row, n) -> view(row)).list();
    }

    /** Those of these users that the directory lists. */
    Map<UserId, UserView> views(Collection<UserId> users) {
        var views = new HashMap<UserId, UserView>();
        for (var chunk : Chunks.of(users, CHUNK)) {
            var sql = "select " + COLUMNS + " from " + table + " where user_id in (:ids)";
            find(sql, Map.of("ids", chunk.stream().map(UserId::value).toList()))
                    .forEach(view -> views.put(view.id(), view));
        }
        return views;
    }

    private StatementSpec sql(String text) {
        return jdbc.sql(text.formatted(table));
    }

    private UserView view(ResultSet row) throws SQLException {
        return new UserView(
                new UserId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                attributes.read(row.getString(7)));
    }

    private static String searchText(Profile profile) {
        var text = String.join(
                "\n", profile.username(), profile.email(), profile.fullName().orElse(""));
        var folded = Folding.fold(text);
        return folded.length() <= MAX_SEARCH_TEXT ? folded : folded.substring(0, MAX_SEARCH_TEXT);
    }
}
