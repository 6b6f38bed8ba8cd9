package org.mandate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.mandate.Databases.Database;
import org.mandate.authorization.facts.History;
import org.mandate.store.Counters.Counted;
import org.mandate.store.Counters.CounterEvent;
import org.mandate.store.Counters.CounterOpened;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the suites of the store share: one context on a fresh database, with the counters to write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    Database database;
    ConfigurableApplicationContext context;
    EventStore events;
    History history;
    JdbcClient jdbc;
    TransactionTemplate transaction;

    abstract Database fresh();

    Class<?>[] sources() {
        return new Class<?>[] {Counters.class};
    }

    @BeforeAll
    void start() {
        database = fresh();
        context = StoreApp.start(database, sources());
        events = context.getBean(EventStore.class);
        history = context.getBean(History.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    List<History.Entry> after(long position) {
        List<History.Entry> read = new ArrayList<>();
        history.read(position, 1_000_000, read::add);
        return read;
    }

    /** Append as an import does: no command, one transaction. */
    void publish(List<? extends DomainEventMessage<?>> batch) {
        transaction.executeWithoutResult(status -> events.publish(batch));
    }

    void publish(DomainEventMessage<?>... batch) {
        publish(List.of(batch));
    }

    static String newCounter() {
        return "counter:" + UUID.randomUUID();
    }

    static DomainEventMessage<CounterEvent> opened(String counter) {
        return new GenericDomainEventMessage<>(
                "Counter", counter, 0, new CounterOpened(counter), Map.of("actor", "anna"));
    }

    static DomainEventMessage<CounterEvent> counted(String counter, int to) {
        return new GenericDomainEventMessage<>(
                "Counter", counter, to, new Counted(counter, to), Map.of("actor", "anna"));
    }
}
