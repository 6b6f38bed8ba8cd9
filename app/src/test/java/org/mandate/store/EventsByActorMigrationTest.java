package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.authorization.change.PastEvents;
import org.mandate.store.Counters.CounterOpened;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was recorded before events were kept by who caused them is found by who caused it. */
class EventsByActorMigrationTest {

    enum On {
        H2(Databases::h2),
        POSTGRES(Databases::postgres);

        private final Supplier<Database> fresh;

        On(Supplier<Database> fresh) {
            this.fresh = fresh;
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void fillsInWhoCausedWhatWasThere(On on) {
        Database database = on.fresh.get();
        try (ConfigurableApplicationContext before = StoreApp.start(database, Counters.class)) {
            open(before, "counter:1", Map.of("actor", "anna"));
            open(before, "counter:2", Map.of("actor", "bert", "requestId", "\"actor\":\"anna\""));
            open(before, "counter:3", Map.of());
            open(before, "counter:4", Map.of("requestId", "r-4", "actor", "anna"));
            takeBack(before.getBean(JdbcClient.class));
        }

        try (ConfigurableApplicationContext after = StoreApp.start(database, Counters.class)) {
            assertThat(by(after, "anna")).containsExactly(1L, 4L);
            assertThat(by(after, "bert")).containsExactly(2L);
            assertThat(by(after, "system")).containsExactly(3L);
        }
    }

    private static void open(ConfigurableApplicationContext context, String counter, Map<String, ?> metadata) {
        var event = new GenericDomainEventMessage<>("Counter", counter, 0, new CounterOpened(counter), metadata);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> context.getBean(EventStore.class).publish(event));
    }

    /** As a database is that this script has not come to yet. */
    private static void takeBack(JdbcClient jdbc) {
        jdbc.sql("DROP INDEX history_event_by_actor").update();
        jdbc.sql("ALTER TABLE history_event DROP COLUMN actor").update();
        assertThat(jdbc.sql("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '5'")
                        .update())
                .isEqualTo(1);
    }

    private static List<Long> by(ConfigurableApplicationContext context, String actor) {
        var filter = new PastEvents.Filter(0, Long.MAX_VALUE, Optional.empty(), List.of(), Optional.of(actor), false);
        return context.getBean(PastEvents.class).find(filter, 10).stream()
                .map(entry -> entry.position())
                .toList();
    }
}
