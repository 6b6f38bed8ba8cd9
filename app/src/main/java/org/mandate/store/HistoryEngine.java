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
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The storage engine of the history: Axon's reading, our own appending. */
final class HistoryEngine extends JdbcEventStorageEngine {

    private final PersistenceExceptionResolver resolver;
    private final HeadQueue queue;
    private final ObjectProvider<AppendGuard> guards;
    private final CommitNotices notices;

    HistoryEngine(
            Builder builder,
            TransactionManager transactions,
            PersistenceExceptionResolver resolver,
            HeadQueue queue,
            ObjectProvider<AppendGuard> guards,
            CommitNotices notices) {
        super(builder.transactionManager(transactions)
                .persistenceExceptionResolver(resolver)
                .schema(schemaOfHistory())
                .createTokenAt(HistoryEngine::tokenAt)
                .extendedGapCheckEnabled(false));
        this.resolver = resolver;
        this.queue = queue;
        this.guards = guards;
        this.notices = notices;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "events are appended inside a transaction, or their read models would not be part of it");
        }
        if (!events.isEmpty()) {
            appendLocked(events, serializer);
        }
    }

    /** These events with the times that they are about to be recorded with; the head is locked from here on. */
    List<? extends EventMessage<?>> recorded(List<? extends EventMessage<?>> events) {
        if (events.isEmpty() || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return events;
        }
        queue.enter();
        try (Connection connection = getConnection()) {
            HistoryAppend.Head head = new HistoryAppend(connection, getEventSerializer()).lock();
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
            TransactionSynchronizationManager.bindResource(this, head);
            return HistoryAppend.recorded(head, events);
        } catch (SQLException e) {
            throw refused(e, events.get(0));
        }
    }

    private HistoryAppend.Head locked(HistoryAppend append) throws SQLException {
        Object head = TransactionSynchronizationManager.unbindResourceIfPossible(this);
        return head == null ? append.lock() : (HistoryAppend.Head) head;
    }

    private void appendLocked(List<? extends EventMessage<?>> events, Serializer serializer) {
        queue.enter();
        try (Connection connection = getConnection()) {
            HistoryAppend append = new HistoryAppend(connection, serializer);
            HistoryAppend.Head head = locked(append);
            guards.orderedStream().forEach(guard -> guard.check(events, head.position()));
            notices.appended(append.append(head, events).position());
        } catch (SQLException e) {
            throw refused(e, events.get(0));
        }
    }

    // The driver's own message repeats the row, payload and all; it must not reach a log.
    private RuntimeException refused(SQLException e, EventMessage<?> first) {
        if (!resolver.isDuplicateKeyViolation(e)) {
            return new EventStoreException("events could not be appended, SQL state " + e.getSQLState());
        }
        return first instanceof DomainEventMessage<?> event && event.getSequenceNumber() == 0
                ? new AggregateStreamCreationException("the stream `" + event.getAggregateIdentifier() + "` exists")
                : new ConcurrencyException("another writer has gone on with the same stream");
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
