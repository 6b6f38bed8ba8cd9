package org.mandate.authorization.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal's own event store, engine, serializer and transactions. They live inside this one bean because Axon looks them up
 * by type: as beans they would take the place of the domain's.
 */
final class DecisionStore implements AutoCloseable {

    /** Longer than any healthy write, short enough to be back within seconds when the database is. */
    private static final int TIMEOUT_SECONDS = 3;

    private static final String EXISTS = "select 1 from journal_decision where event_identifier = ?";

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final DecisionStorageEngine engine;
    private final EmbeddedEventStore events;
    private final DecisionSerializer serializer = new DecisionSerializer();

    DecisionStore(DataSource dataSource) {
        this.dataSource = dataSource;
        var transactionManager = new DataSourceTransactionManager(dataSource);
        // Otherwise handing back a connection whose commit failed could commit it after all.
        transactionManager.setRollbackOnCommitFailure(true);
        this.transactions = new TransactionTemplate(transactionManager);
        PersistenceExceptionResolver duplicates = e -> e instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("23");
        var builder = DecisionStorageEngine.builder()
                .schema(DecisionStorageEngine.SCHEMA)
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(new SpringTransactionManager(transactionManager))
                .persistenceExceptionResolver(duplicates)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer);
        this.engine = new DecisionStorageEngine(builder, TIMEOUT_SECONDS);
        this.events = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    DecisionSerializer serializer() {
        return serializer;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** The store, for processors that follow the journal. */
    EmbeddedEventStore events() {
        return events;
    }

    /**
     * Write all of the batch in one transaction.
     * @param again some of them may have been written by an attempt whose outcome is unknown
     * @return the sequence of the last one written
     */
    long append(List<DecisionMessage> batch, boolean again) {
        transactions.executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                limitNetwork(connection);
                engine.appendEvents(again ? missing(connection, batch) : batch);
            } catch (SQLException e) {
                throw new IllegalStateException("the journal's table cannot be read", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
        return engine.lastSequence();
    }

    private static void limitNetwork(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, TIMEOUT_SECONDS * 1000);
    }

    private List<DecisionMessage> missing(Connection connection, List<DecisionMessage> batch) throws SQLException {
        engine.lockHead(connection);
        var present = present(connection, batch);
        var missing = new ArrayList<>(batch);
        missing.removeIf(message -> present.contains(message.getIdentifier()));
        return missing;
    }

    private static Set<String> present(Connection connection, List<DecisionMessage> batch) throws SQLException {
        var present = new HashSet<String>();
        try (var statement = connection.prepareStatement(EXISTS)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (var message : batch) {
                statement.setString(1, message.getIdentifier());
                try (var row = statement.executeQuery()) {
                    if (row.next()) {
                        present.add(message.getIdentifier());
                    }
                }
            }
        }
        return present;
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
