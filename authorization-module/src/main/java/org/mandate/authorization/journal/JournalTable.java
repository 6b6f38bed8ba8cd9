package org.mandate.authorization.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
    private static final String EXISTS = "select 1 from journal_record where id = ? and made_at = ?";

    private final int timeoutSeconds;

    JournalTable(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The last sequence of them, in their order. */
    long append(Connection connection, List<Row> rows) throws SQLException {
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
            try (var head = read.executeQuery()) {
                if (!head.next()) {
                    throw new IllegalStateException("the journal has lost its head row");
                }
                return head.getLong(1);
            }
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
