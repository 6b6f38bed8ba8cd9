package org.mandate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mandate.authorization.change.PastEvents;
import org.mandate.authorization.facts.History;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.ObjectMapper;

/** Reads the history straight from its table, page by page along the positions. */
final class HistoryReader implements History, PastEvents {

    private static final int PAGE = 5_000;
    private static final String SQL = """
            SELECT position, recorded_at, name, revision, payload, actor
            FROM history_event
            WHERE position > ? AND position <= ?
            ORDER BY position
            """;

    private static final String COLUMNS =
            "SELECT position, recorded_at, name, revision, payload, actor FROM history_event";

    private static final String AT = COLUMNS + " WHERE position = ANY(?) ORDER BY position";

    private static final String FOUND = COLUMNS + " WHERE position > ? AND position <= ?";

    private final DataSource dataSource;
    private final EventNames names;
    private final EventShapes shapes;

    HistoryReader(DataSource dataSource, EventNames names, ObjectMapper json) {
        this.dataSource = dataSource;
        this.names = names;
        this.shapes = new EventShapes(names, json);
    }

    @Override
    public long read(long after, int max, Consumer<Entry> reader) {
        long last = after;
        long end = after + max;
        while (last < end) {
            long upTo = Math.min(end, last + PAGE);
            long reached = page(last, upTo, reader);
            if (reached < upTo) {
                return reached;
            }
            last = reached;
        }
        return last;
    }

    private long page(long after, long upTo, Consumer<Entry> reader) {
        long last = after;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setFetchSize(PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last = next(last, row.getLong(1));
                    reader.accept(entry(last, row));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the history cannot be read after position " + last, e);
        }
        return last;
    }

    // Positions are dense by construction, so a hole is a lost event and nothing behind it may be believed.
    private static long next(long last, long position) {
        if (position != last + 1) {
            throw new IllegalStateException("the history has a hole between positions " + last + " and " + position);
        }
        return position;
    }

    private Entry entry(long position, ResultSet row) throws SQLException {
        return new Entry(
                position,
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(6),
                shapes.read(position, row.getString(3), row.getString(4), row.getBytes(5)));
    }

    @Override
    public List<Entry> at(List<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        return entries(
                AT,
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("BIGINT", positions.toArray())));
    }

    @Override
    public List<Entry> find(Filter filter, int most) {
        List<String> streams = filter.streams();
        String sql = FOUND
                + (filter.type().isPresent() ? " AND name = ?" : "")
                + (filter.by().isPresent() ? " AND actor = ?" : "")
                + (streams.isEmpty() ? "" : " AND stream = ANY(?)")
                + order(filter)
                + " LIMIT ?";
        return entries(sql, statement -> {
            int next = 0;
            statement.setLong(++next, filter.after());
            statement.setLong(++next, filter.upTo());
            if (filter.type().isPresent()) {
                statement.setString(++next, filter.type().get());
            }
            if (filter.by().isPresent()) {
                statement.setString(++next, filter.by().get());
            }
            if (!streams.isEmpty()) {
                statement.setArray(++next, statement.getConnection().createArrayOf("VARCHAR", streams.toArray()));
            }
            statement.setInt(++next, most);
        });
    }

    private static String order(Filter filter) {
        String way = filter.newestFirst() ? " DESC" : "";
        return " ORDER BY " + inOrder(filter).map(column -> column + way + ", ").orElse("") + "position" + way;
    }

    /**
     * The column whose index has the order of positions already: only where it is named does H2 see that, and stop when
     * the page is full. A stream is so short that its own index is the better one, and H2 must not be led away from it.
     */
    private static Optional<String> inOrder(Filter filter) {
        if (!filter.streams().isEmpty()) {
            return Optional.empty();
        }
        return filter.by().isPresent() ? Optional.of("actor") : filter.type().map(type -> "name");
    }

    @Override
    public Set<String> types() {
        return names.all();
    }

    /** What is put into a statement before it is asked. */
    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private List<Entry> entries(String sql, Binding binding) {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row.getLong(1), row));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the history cannot be read", e);
        }
        return entries;
    }

    @Override
    public long head() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT max(position) FROM history_event");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the head of the history cannot be read", e);
        }
    }
}
