package org.mandate.authorization.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
    private static final String INSERT =
            "insert into journal_record (sequence, id, made_at, payload) values (?, ?, ?, ?)";
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
        return isPostgres(connection) ? appendOnPostgres(connection, rows) : appendInBatch(connection, rows);
    }

    private boolean isPostgres(Connection connection) throws SQLException {
        if (product == null) {
            product = connection.getMetaData().getDatabaseProductName();
        }
        return "PostgreSQL".equals(product);
    }

    private long appendOnPostgres(Connection connection, List<Row> rows) throws SQLException {
        try (var append = connection.prepareStatement(APPEND_ON_POSTGRES)) {
            append.setQueryTimeout(timeoutSeconds);
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

    private long appendInBatch(Connection connection, List<Row> rows) throws SQLException {
        var sequence = moveHead(connection, rows.size()) - rows.size();
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setQueryTimeout(timeoutSeconds);
            for (var row : rows) {
                insert.setLong(1, ++sequence);
                insert.setObject(2, UUID.fromString(row.id()));
                insert.setLong(3, row.madeAt());
                insert.setBytes(4, row.canonical());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return sequence;
    }

    /** Whoever holds this lock sees all that earlier appends came to, also those whose outcome was never answered. */
    void lockHead(Connection connection) throws SQLException {
        moveHead(connection, 0);
    }

    private long moveHead(Connection connection, int by) throws SQLException {
        try (var move = connection.prepareStatement(MOVE_HEAD);
                var read = connection.prepareStatement(HEAD)) {
            move.setQueryTimeout(timeoutSeconds);
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

    /** The ids of those that are in the table. */
    Set<String> present(Connection connection, List<Row> rows) throws SQLException {
        var present = new HashSet<String>();
        try (var statement = connection.prepareStatement(EXISTS)) {
            statement.setQueryTimeout(timeoutSeconds);
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
