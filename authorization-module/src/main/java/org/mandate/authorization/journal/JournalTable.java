package org.mandate.authorization.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal's table as its writer sees it. The sequence comes from the head row, which stays locked until the transaction
 * ends: dense, and in commit order over all nodes.
 */
final class JournalTable {

    /** Locks by changing: H2 keeps such a statement prepared, a {@code select for update} it parses each time. */
    private static final String MOVE_HEAD = "update journal_head set last_sequence = last_sequence + ? where id = 1";

    private static final String HEAD = "select last_sequence from journal_head where id = 1";
    /** One statement for the whole batch: to begin and end a statement costs H2 more than to insert a row. */
    private static final String INSERT_ON_H2 = """
            insert into journal_record (sequence, id, made_at, payload)
            select ? + given.place, given.id, given.made_at, given.payload
            from unnest(cast(? as uuid array), cast(? as bigint array), cast(? as varbinary array)) with ordinality
                as given (id, made_at, payload, place)
            """;
    /** One statement and one way there and back for the whole batch. */
    private static final String APPEND_ON_POSTGRES = """
            with head as (
                update journal_head set last_sequence = last_sequence + ? where id = 1 returning last_sequence
            ), written as (
                insert into journal_record (sequence, id, made_at, payload)
                select head.last_sequence - ? + given.place, given.id, given.made_at, given.payload
                from head, unnest(?::uuid[], ?::bigint[], ?::bytea[]) with ordinality
                    as given (id, made_at, payload, place)
            )
            select last_sequence from head
            """;

    private static final String EXISTS = "select 1 from journal_record where id = ? and made_at = ?";

    private final int timeoutSeconds;
    private @Nullable String product;

    JournalTable(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The last sequence of them, in their order. */
    long append(Connection connection, List<Row> rows) throws SQLException {
        return isPostgres(connection) ? appendOnPostgres(connection, rows) : appendOnH2(connection, rows);
    }

    private boolean isPostgres(Connection connection) throws SQLException {
        if (product == null) {
            product = connection.getMetaData().getDatabaseProductName();
        }
        return "PostgreSQL".equals(product);
    }

    private long appendOnPostgres(Connection connection, List<Row> rows) throws SQLException {
        try (var append = connection.prepareStatement(APPEND_ON_POSTGRES)) {
            limit(append);
            append.setInt(1, rows.size());
            append.setInt(2, rows.size());
            append.setArray(3, array(connection, "uuid", rows.stream().map(Row::id)));
            append.setArray(4, array(connection, "bigint", rows.stream().map(Row::madeAt)));
            append.setArray(5, connection.createArrayOf("bytea", payloads(rows)));
            return single(append);
        }
    }

    private static Array array(Connection connection, String type, Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    private static byte[][] payloads(List<Row> rows) {
        return rows.stream().map(Row::canonical).toArray(byte[][]::new);
    }

    private long appendOnH2(Connection connection, List<Row> rows) throws SQLException {
        var last = moveHead(connection, rows.size());
        try (var insert = connection.prepareStatement(INSERT_ON_H2)) {
            limit(insert);
            insert.setLong(1, last - rows.size());
            insert.setObject(
                    2, rows.stream().map(row -> UUID.fromString(row.id())).toArray());
            insert.setObject(3, rows.stream().map(Row::madeAt).toArray());
            insert.setObject(4, payloads(rows));
            insert.executeUpdate();
        }
        return last;
    }

    /** Whoever holds this lock sees all that earlier appends came to, also those whose outcome was never answered. */
    void lockHead(Connection connection) throws SQLException {
        moveHead(connection, 0);
    }

    private long moveHead(Connection connection, int by) throws SQLException {
        try (var move = connection.prepareStatement(MOVE_HEAD);
                var read = connection.prepareStatement(HEAD)) {
            limit(move);
            move.setInt(1, by);
            move.executeUpdate();
            return single(read);
        }
    }

    private static long single(PreparedStatement statement) throws SQLException {
        try (var head = statement.executeQuery()) {
            if (!head.next()) {
                throw new IllegalStateException("the journal has lost its head row");
            }
            return head.getLong(1);
        }
    }

    /** On H2 the limit is one of the connection, and to set it makes every session forget its prepared statements. */
    private void limit(Statement statement) throws SQLException {
        if (statement.getQueryTimeout() != timeoutSeconds) {
            statement.setQueryTimeout(timeoutSeconds);
        }
    }

    /** The ids of those that are in the table. */
    Set<String> present(Connection connection, List<Row> rows) throws SQLException {
        var present = new HashSet<String>();
        try (var statement = connection.prepareStatement(EXISTS)) {
            limit(statement);
            for (var row : rows) {
                statement.setObject(1, UUID.fromString(row.id()));
                statement.setLong(2, row.madeAt());
                try (var found = statement.executeQuery()) {
                    if (found.next()) {
                        present.add(row.id());
                    }
                }
            }
        }
        return present;
    }
}
