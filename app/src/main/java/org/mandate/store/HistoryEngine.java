package org.mandate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;

/** The storage engine of the history: Axon's reading, our own appending. */
final class HistoryEngine extends JdbcEventStorageEngine {

    private final TransactionManager transactions;
    private final ObjectProvider<AppendGuard> guards;
    private final CommitNotices notices;

    HistoryEngine(
            Builder builder,
            TransactionManager transactions,
            ObjectProvider<AppendGuard> guards,
            CommitNotices notices) {
        super(builder.transactionManager(transactions)
                .schema(schemaOfHistory())
                .createTokenAt(HistoryEngine::tokenAt)
                .extendedGapCheckEnabled(false));
        this.transactions = transactions;
        this.guards = guards;
        this.notices = notices;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            transactions.executeInTransaction(() -> appendLocked(events, serializer));
        }
    }

    private void appendLocked(List<? extends EventMessage<?>> events, Serializer serializer) {
        try (Connection connection = getConnection()) {
            HistoryAppend append = new HistoryAppend(connection, serializer);
            HistoryAppend.Head head = append.lock();
            guards.orderedStream().forEach(guard -> guard.check(events, head.position()));
            notices.appended(append.append(head, events).position());
        } catch (SQLException e) {
            handlePersistenceException(e, events.get(0));
        }
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    // Sequences have no holes: a batch that is not full is the last one.
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    // Streams are short, so there are no snapshots; asking for one would cost each command a query.
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new IllegalStateException("the history keeps no snapshots");
    }

    private static PreparedStatement tokenAt(Connection connection, EventSchema schema, Instant at)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("SELECT min(position) - 1 FROM history_event WHERE recorded_at >= ?");
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        return statement;
    }

    private static EventSchema schemaOfHistory() {
        return EventSchema.builder()
                .eventTable("history_event")
                .globalIndexColumn("position")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("stream_seq")
                .typeColumn("stream_type")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("name")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }
}
