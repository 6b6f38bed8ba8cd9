package org.mandate.store;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small capability to try the store with. Not a component, so that only the tests that name it have it. */
class Counters {

    sealed interface CounterEvent permits CounterOpened, Counted {}

    record CounterOpened(String counter) implements CounterEvent {}

    record Counted(String counter, int to) implements CounterEvent {}

    record OpenCounter(@TargetAggregateIdentifier String counter) {}

    record Count(@TargetAggregateIdentifier String counter) {}

    /** Two commands in one, and then perhaps a failure. */
    record CountBoth(String one, String other, boolean fail) {}

    /** The rule of the fixture. */
    static final class CountingRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CountingRefused(String message) {
            super(message);
        }
    }

    static class Counter {

        @AggregateIdentifier
        private @Nullable String id;

        private int value;

        Counter() {}

        @CommandHandler
        Counter(OpenCounter command) {
            apply(new CounterOpened(command.counter()));
        }

        @CommandHandler
        int decide(Count command) {
            apply(new Counted(command.counter(), value + 1));
            return value;
        }

        @EventSourcingHandler
        void evolve(CounterOpened event) {
            id = event.counter();
        }

        @EventSourcingHandler
        void evolve(Counted event) {
            value = event.to();
        }
    }

    static class CountingBoth {

        private final CommandGateway gateway;

        CountingBoth(CommandGateway gateway) {
            this.gateway = gateway;
        }

        @CommandHandler
        void decide(CountBoth command) {
            gateway.sendAndWait(new Count(command.one()));
            gateway.sendAndWait(new Count(command.other()));
            if (command.fail()) {
                throw new CountingRefused("refused after both were counted");
            }
        }
    }

    /** The read model, which refuses to follow beyond a limit. */
    static class CounterProjection {

        static final int LIMIT = 1000;

        final AtomicInteger seen = new AtomicInteger();
        private final JdbcClient jdbc;

        CounterProjection(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(CounterOpened event) {
            seen.incrementAndGet();
            jdbc.sql("INSERT INTO counter (id, reached) VALUES (?, 0)")
                    .param(event.counter())
                    .update();
        }

        @EventHandler
        void on(Counted event) {
            seen.incrementAndGet();
            if (event.to() > LIMIT) {
                throw new CountingRefused("beyond the limit");
            }
            jdbc.sql("UPDATE counter SET reached = ? WHERE id = ?")
                    .params(event.to(), event.counter())
                    .update();
        }
    }

    @Bean
    EventFamily counterEvents() {
        return new EventFamily(CounterEvent.class);
    }

    @Bean
    ConfigurerModule counterAggregate() {
        return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Counter.class));
    }

    @Bean
    CountingBoth countingBoth(CommandGateway gateway) {
        return new CountingBoth(gateway);
    }

    @Bean
    CounterProjection counterProjection(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE IF NOT EXISTS counter (id VARCHAR(100) PRIMARY KEY, reached INTEGER NOT NULL)")
                .update();
        return new CounterProjection(jdbc);
    }
}
