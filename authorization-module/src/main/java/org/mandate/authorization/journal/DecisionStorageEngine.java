package org.mandate.authorization.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC engine over the journal's table. The sequence comes from the journal's head row, which stays locked until the
 * transaction ends: dense, and in commit order over all nodes.
 */
class DecisionStorageEngine extends JdbcEventStorageEngine {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("journal_decision")
            .snapshotTable("journal_decision")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    /** Locks by changing: H2 keeps such a statement prepared, a {@code select for update} it parses each time. */
    private static final String MOVE_HEAD = "update journal_head set last_sequence = last_sequence + ? where id = 1";

    private static final String HEAD = "select last_sequence from journal_head where id = 1";
    private static final String INSERT = """
            insert into journal_decision (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                time_stamp, payload_type, payload, meta_data, made_at, subject_id, requester_id, action, resource_type,
                resource_id, facets)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final int timeoutSeconds;
    private volatile long lastSequence;

    DecisionStorageEngine(Builder builder, int timeoutSeconds) {
        super(builder);
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The sequence of the last event appended; of a transaction that may yet fail. */
    long lastSequence() {
        return lastSequence;
    }

    /** Whoever holds this lock sees all that earlier appends came to, also those whose outcome was never answered. */
    void lockHead(Connection connection) throws SQLException {
        moveHead(connection, 0);
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        var sequence = moveHead(connection, events.size()) - events.size();
        var insert = connection.prepareStatement(INSERT);
        insert.setQueryTimeout(timeoutSeconds);
        for (var event : events) {
            sequence++;
            bindEvent(insert, sequence, (DecisionMessage) event, serializer);
            insert.addBatch();
        }
        lastSequence = sequence;
        return insert;
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

    private static void bindEvent(
            PreparedStatement insert, long sequence, DecisionMessage message, Serializer serializer)
            throws SQLException {
        var decision = message.getPayload();
        var payload = message.serializePayload(serializer, byte[].class);
        insert.setLong(1, sequence);
        insert.setString(2, message.getIdentifier());
        insert.setString(3, message.getAggregateIdentifier());
        insert.setLong(4, message.getSequenceNumber());
        insert.setString(5, message.getType());
        insert.setString(6, decision.at().toString());
        insert.setString(7, payload.getType().getName());
        insert.setBytes(8, payload.getData());
        insert.setBytes(9, message.serializeMetaData(serializer, byte[].class).getData());
        insert.setLong(10, micros(decision.at()));
        insert.setString(11, SearchKey.of(decision.subjectId()));
        insert.setString(12, SearchKey.of(decision.requesterId()));
        insert.setString(13, SearchKey.of(decision.action()));
        insert.setString(14, SearchKey.of(decision.resourceType()));
        insert.setString(15, SearchKey.of(decision.resourceId()));
        insert.setInt(16, message.facets());
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
