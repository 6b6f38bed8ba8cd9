package org.mandate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.mandate.identity.MessageOrigin;

/**
 * One append on one connection: lock the head, write the rows behind it, move the head. The lock lasts until the commit,
 * which makes positions dense and commit order position order.
 */
final class HistoryAppend {

    /** Where the history ends. */
    record Head(long position, Instant lastAt) {}

    /** H2 lock timeout; PostgreSQL lock_not_available and query_canceled. */
    private static final Set<String> WAITED_TOO_LONG = Set.of("HYT00", "55P03", "57014");

    private final Connection connection;
    private final Serializer serializer;
    private @Nullable MetaData lastMetadata;
    private byte[] lastMetadataBytes = {};

    HistoryAppend(Connection connection, Serializer serializer) {
        this.connection = connection;
        this.serializer = serializer;
    }

    Head lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT position, last_at, (SELECT max(position) FROM history_event)
                        FROM history_head
                        WHERE id = 1
                        FOR UPDATE
                        """);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the history has lost its head: restore the table `history_head`");
            }
            // The subquery can be older than the locked row, never newer; a head behind it would have lost an update.
            return new Head(
                    Math.max(row.getLong(1), row.getLong(3)),
                    row.getObject(2, OffsetDateTime.class).toInstant());
        } catch (SQLException e) {
            if (waitedTooLong(e)) {
                throw new HistoryBusy();
            }
            throw e;
        }
    }

    /** Whether this failure means that somebody else held a lock for longer than one waits. */
    static boolean waitedTooLong(@Nullable Throwable failure) {
        return failure instanceof SQLException e
                && e.getSQLState() != null
                && WAITED_TOO_LONG.contains(e.getSQLState());
    }

    Head append(Head old, List<? extends EventMessage<?>> events) throws SQLException {
        long position = old.position();
        Instant at = old.lastAt();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO history_event
                    (position, event_id, stream, stream_seq, stream_type, recorded_at, name, revision, payload,
                     metadata, actor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (EventMessage<?> event : events) {
                position++;
                at = later(at, event.getTimestamp());
                bind(statement, position, at, inStream(event));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Head moved = new Head(position, at);
        move(moved);
        return moved;
    }

    /** The events as they stand once they are appended behind the head. */
    static List<? extends EventMessage<?>> recorded(Head head, List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> recorded = new ArrayList<>(events.size());
        Instant at = head.lastAt();
        for (EventMessage<?> event : events) {
            at = later(at, event.getTimestamp());
            recorded.add(at.equals(event.getTimestamp()) ? event : at(event, at));
        }
        return recorded;
    }

    private static EventMessage<?> at(EventMessage<?> event, Instant at) {
        Message<?> message = new GenericMessage<>(event.getIdentifier(), event.getPayload(), event.getMetaData());
        return event instanceof DomainEventMessage<?> inStream
                ? new GenericDomainEventMessage<>(
                        inStream.getType(),
                        inStream.getAggregateIdentifier(),
                        inStream.getSequenceNumber(),
                        message,
                        at)
                : new GenericEventMessage<>(message, () -> at);
    }

    /** A clock that was set back must not make the history run backwards: time by position never decreases. */
    private static Instant later(Instant last, Instant stamped) {
        Instant stored = stamped.truncatedTo(ChronoUnit.MICROS);
        return stored.isBefore(last) ? last : stored;
    }

    private static DomainEventMessage<?> inStream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    private void bind(PreparedStatement statement, long position, Instant at, DomainEventMessage<?> event)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        statement.setLong(1, position);
        statement.setString(2, event.getIdentifier());
        statement.setString(3, event.getAggregateIdentifier());
        statement.setLong(4, event.getSequenceNumber());
        statement.setString(5, event.getType());
        statement.setObject(6, at.atOffset(ZoneOffset.UTC));
        statement.setString(7, payload.getType().getName());
        statement.setString(8, payload.getType().getRevision());
        statement.setBytes(9, payload.getData());
        statement.setBytes(10, metadata(event));
        statement.setString(11, actor(event));
    }

    private static String actor(DomainEventMessage<?> event) {
        return (String) event.getMetaData().getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
    }

    /** The events of one command say the same of where they come from, and there may be a million of them. */
    private byte[] metadata(DomainEventMessage<?> event) {
        if (!event.getMetaData().equals(lastMetadata)) {
            lastMetadataBytes =
                    event.serializeMetaData(serializer, byte[].class).getData();
            lastMetadata = event.getMetaData();
        }
        return lastMetadataBytes;
    }

    private void move(Head head) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE history_head SET position = ?, last_at = ? WHERE id = 1")) {
            statement.setLong(1, head.position());
            statement.setObject(2, head.lastAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
