package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.mandate.config.StartupRefused;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Each wrong part alone is refused with a sentence that names what to declare. */
class StartupGuardTest {

    private final DataSource dataSource = new JdbcDataSource();
    private final StoreWiring wiring = new StoreWiring();
    private final TransactionManager transactions =
            new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    private final NamedEventSerializer events = new NamedEventSerializer(new EventNames(List.of()));
    private final EventStorageEngine engine = historyEngine();
    private final EventBus bus =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final List<Serializer> serializers = List.of(events, new OwnTypesSerializer());
    private final TokenStore tokens =
            wiring.tokenStore(wiring.connectionProvider(dataSource), new OwnTypesSerializer());

    private HistoryEngine historyEngine() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        return new HistoryEngine(
                jdbcEngine(),
                transactions,
                wiring.persistenceExceptionResolver(),
                HeadQueue.of("jdbc:h2:nowhere"),
                beans.getBeanProvider(AppendGuard.class),
                new CommitNotices(beans.getBeanProvider(HistoryListener.class)));
    }

    private JdbcEventStorageEngine.Builder jdbcEngine() {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(wiring.connectionProvider(dataSource))
                .transactionManager(transactions)
                .snapshotSerializer(events)
                .eventSerializer(events);
    }

    @Test
    void acceptsTheDeclaredWiring() {
        assertThatCode(() -> new StartupGuard(transactions, engine, bus, serializers, tokens).check())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesCommandsWithoutATransaction() {
        refuses(
                new StartupGuard(NoTransactionManager.INSTANCE, engine, bus, serializers, tokens),
                "without a database transaction");
    }

    @Test
    void refusesAnEngineThatIsNotTheHistory() {
        refuses(
                new StartupGuard(transactions, new InMemoryEventStorageEngine(), bus, serializers, tokens),
                "stored in the history");
        refuses(
                new StartupGuard(transactions, jdbcEngine().build(), bus, serializers, tokens),
                "stored in the history");
    }

    @Test
    void refusesABusThatOnlyPublishes() {
        refuses(
                new StartupGuard(transactions, engine, SimpleEventBus.builder().build(), serializers, tokens),
                "published and not stored");
    }

    @Test
    void refusesASerializerThatTrustsStoredClassNames() {
        refuses(
                new StartupGuard(
                        transactions,
                        engine,
                        bus,
                        List.of(events, Jackson3Serializer.builder().build()),
                        tokens),
                "could name any class");
    }

    @Test
    void refusesTokensInMemory() {
        refuses(new StartupGuard(transactions, engine, bus, serializers, new InMemoryTokenStore()), "would forget");
    }

    private static void refuses(StartupGuard guard, String because) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(guard::check)
                .withMessageContaining(because)
                .withMessageContaining("declare `");
    }
}
