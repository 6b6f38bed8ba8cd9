package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mandate.Databases.Database;
import org.mandate.authorization.facts.History;
import org.mandate.content.event.PostPublished;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryContract {

    private ConfigurableApplicationContext context;

    abstract Database database();

    @BeforeAll
    void start() {
        context = StoreApp.start(database());
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void readsBackWhatWasAppended() {
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Post", "post:1", 0, new PostPublished("1"), Map.of("actor", "anna")));

        List<History.Entry> read = new ArrayList<>();
        long last = context.getBean(History.class).read(0, 100, read::add);

        assertThat(last).isEqualTo(1);
        assertThat(read).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(new PostPublished("1"));
            assertThat(entry.actor()).isEqualTo("anna");
        });
    }
}
