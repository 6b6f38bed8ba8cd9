package org.mandate.authorization.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal's own event store, engine and transactions. They live inside this one bean because Axon looks them up by type: as
 * beans they would take the place of the domain's.
 */
final class DecisionStore implements AutoCloseable {

    /** Longer than any healthy write, short enough to be back within seconds when the database is. */
    private static final int TIMEOUT_SECONDS = 2;

    private static final int FETCH_DELAY_MILLIS = 100;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final JournalTable table = new JournalTable(TIMEOUT_SECONDS);
    private final SubjectKeys keys;
    private final StoredRecords records;
    private final EmbeddedEventStore events;

    /** @param reading where records are read, so that no reader takes a connection that the writer waits for */
    DecisionStore(DataSource dataSource, DataSource reading, SubjectKeys keys) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.keys = keys;
        this.records = new StoredRecords(reading, keys);
        var transactionManager = new DataSourceTransactionManager(dataSource);
        // Otherwise handing back a connection whose commit failed could commit it after all.
        transactionManager.setRollbackOnCommitFailure(true);
        this.transactions = new TransactionTemplate(transactionManager);
        this.events = EmbeddedEventStore.builder()
                .storageEngine(new JournalEvents(records))
                .fetchDelay(FETCH_DELAY_MILLIS)
                .build();
    }

    SubjectKeys keys() {
        return keys;
    }

    StoredRecords records() {
        return records;
    }

    JournalPartitions partitions(Clock clock) {
        return new JournalPartitions(dataSource, clock);
    }

    /** The store, for processors that follow the journal. */
    EmbeddedEventStore events() {
        return events;
    }

    /**
     * Write all of the batch in one transaction.
     * @param gap the record of what was lost before, where there is one to write
     * @param again some of them may have been written by an attempt whose outcome is unknown
     * @return the sequence of the last one written; 0 where all had been written before
     */
    long append(List<PendingDecision> batch, Optional<Row> gap, boolean again) {
        var outcome = transactions.execute(status -> {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                connection.setNetworkTimeout(Runnable::run, TIMEOUT_SECONDS * 1000);
                return append(connection, batch, gap, again);
            } catch (SQLException e) {
                throw new IllegalStateException("the journal's table cannot be written", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
        keys.remember(outcome.provided());
        records.committed();
        return outcome.lastSequence();
    }

    private Outcome append(Connection connection, List<PendingDecision> batch, Optional<Row> gap, boolean again)
            throws SQLException {
        if (again) {
            table.lockHead(connection);
        }
        var provided = provideKeys(batch);
        var rows = new ArrayList<Row>(batch.size() + 1);
        gap.ifPresent(rows::add);
        batch.forEach(pending -> rows.add(pending.row(provided.keys()::get)));
        if (again) {
            var present = table.present(connection, rows);
            rows.removeIf(row -> present.contains(row.id()));
        }
        return new Outcome(rows.isEmpty() ? 0 : table.append(connection, rows), provided);
    }

    private SubjectKeys.Provided provideKeys(List<PendingDecision> batch) {
        var needed =
                batch.stream().flatMap(pending -> pending.keysNeeded().stream()).collect(Collectors.toSet());
        return needed.isEmpty() ? SubjectKeys.Provided.NONE : keys.provide(jdbc, needed);
    }

    private record Outcome(long lastSequence, SubjectKeys.Provided provided) {}

    @Override
    public void close() {
        events.shutDown();
    }
}
