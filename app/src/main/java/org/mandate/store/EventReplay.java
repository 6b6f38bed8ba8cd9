package org.mandate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history told again to the handlers of a read model: those events that it handles, as they were published. */
@Component
public class EventReplay {

    private final JdbcClient jdbc;
    private final EventNames names;
    private final EventShapes shapes;

    EventReplay(
            @Qualifier("historyDataSource") DataSource dataSource, EventNames names, NamedEventSerializer serializer) {
        this.jdbc = JdbcClient.create(dataSource);
        this.names = names;
        this.shapes = new EventShapes(names, serializer.getObjectMapper());
    }

    /** The names of those events whose classes are wanted. */
    public List<String> namesThat(Predicate<Class<?>> wanted) {
        return names.all().stream()
                .filter(name -> wanted.test(names.classOf(name)))
                .toList();
    }

    /** The events of these names after a position, up to another. What else they were published with is left out. */
    public List<DomainEventMessage<?>> read(long after, long upTo, List<String> wanted) {
        return jdbc.sql("""
                        SELECT position, recorded_at, name, revision, payload, event_id, stream, stream_seq, stream_type
                        FROM history_event
                        WHERE position > :after AND position <= :upTo AND name IN (:names)
                        ORDER BY position
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("names", wanted)
                .<DomainEventMessage<?>>query((row, n) -> message(row))
                .list();
    }

    /** The newest position. */
    public long head() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM history_event")
                .query(Long.class)
                .single();
    }

    private DomainEventMessage<?> message(ResultSet row) throws SQLException {
        Object event = shapes.read(row.getLong(1), row.getString(3), row.getString(4), row.getBytes(5));
        return new GenericDomainEventMessage<>(
                row.getString(9),
                row.getString(7),
                row.getLong(8),
                new GenericMessage<>(row.getString(6), event, MetaData.emptyInstance()),
                row.getObject(2, OffsetDateTime.class).toInstant());
    }
}
