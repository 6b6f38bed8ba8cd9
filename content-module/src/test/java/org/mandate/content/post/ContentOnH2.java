package org.mandate.content.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** This module by itself: its aggregate, its processor and its queries behind real buses, its tables in H2. */
final class ContentOnH2 implements AutoCloseable {

    final JdbcClient jdbc;
    final PostsProjection projection;
    private final Configuration axon;

    ContentOnH2() {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/content/V20__content.sql"))
                .execute(dataSource);
        jdbc = JdbcClient.create(dataSource);
        projection = new PostsProjection(new PostRows(jdbc, PostRows.TABLE), new PostPages(jdbc));
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .configureTransactionManager(
                        c -> new SpringTransactionManager(new DataSourceTransactionManager(dataSource)))
                .configureAggregate(Post.class)
                .registerQueryHandler(c -> projection);
        configurer.eventProcessing().registerEventHandler(c -> projection);
        new PostsConfiguration().postsProcessor().configureModule(configurer);
        axon = configurer.start();
    }

    /** Sends as if the clock stood at this instant. */
    Object sendAt(String instant, Object command) {
        var clock = GenericEventMessage.clock;
        GenericEventMessage.clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        try {
            return send(command);
        } finally {
            GenericEventMessage.clock = clock;
        }
    }

    Object send(Object command) {
        return axon.commandGateway().sendAndWait(command);
    }

    PostPage ask(FindPosts query) {
        return axon.queryGateway().query(query, PostPage.class).join();
    }

    Optional<PostView> ask(FindPost query) {
        return axon.queryGateway()
                .query(query, ResponseTypes.optionalInstanceOf(PostView.class))
                .join();
    }

    long recordedEvents(String stream) {
        return axon.eventStore().readEvents(stream).asStream().count();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
