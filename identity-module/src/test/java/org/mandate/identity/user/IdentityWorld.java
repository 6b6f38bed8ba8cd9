package org.mandate.identity.user;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.MutableClock;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.UserId;
import org.mandate.identity.token.TokenSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The whole module on real buses, a real database and an event store in memory. */
public final class IdentityWorld implements AutoCloseable {

    public final MutableClock clock = new MutableClock();
    public final DataSource database;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Configuration axon;

    public IdentityWorld(TestDatabase kind) {
        this(kind.fresh());
    }

    /** Another node over the same database. */
    public IdentityWorld(DataSource database) {
        this.database = database;
        var source = new LazyConnectionDataSourceProxy(database);
        var transactions = new JdbcTransactionManager(source);
        beans.registerBean(DataSource.class, () -> source);
        beans.registerBean(JdbcTransactionManager.class, () -> transactions);
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        beans.registerBean(InstallationKey.class, () -> InstallationKey.of(new byte[32]));
        beans.registerBean(
                TokenSettings.class,
                () -> new TokenSettings(
                        "https://mandate.example",
                        "mandate",
                        Duration.ofMinutes(10),
                        Duration.ofDays(30),
                        Duration.ofSeconds(5)));
        beans.registerBean(EventStore.class, () -> history(), bean -> bean.setLazyInit(true));
        beans.scan("org.mandate.identity");
        beans.refresh();
        axon = axon(transactions);
        axon.start();
    }

    private Configuration axon(JdbcTransactionManager transactions) {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureTransactionManager(c -> new SpringTransactionManager(transactions))
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .configureAggregate(User.class)
                .registerComponent(Accounts.class, c -> bean(Accounts.class))
                .registerComponent(AttributeRules.class, c -> bean(AttributeRules.class));
        configurer.eventProcessing(events -> events.usingSubscribingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerEventHandler(c -> bean(DirectoryProjection.class)));
        configurer.registerQueryHandler(c -> bean(Directory.class));
        for (var name : List.of("signInDesk", "signingKeys")) {
            configurer.registerCommandHandler(c -> beans.getBean(name));
        }
        return configurer.buildConfiguration();
    }

    private EventStore history() {
        return axon.eventStore();
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    public Configuration axon() {
        return axon;
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** The result of the command, or the exception that the handler threw. */
    public <R> R send(Object command) {
        try {
            return axon.commandGateway().sendAndWait(command);
        } catch (CommandExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public UserView user(UserId id) {
        return axon.queryGateway()
                .query(new FindUser(id), ResponseTypes.optionalInstanceOf(UserView.class))
                .join()
                .orElseThrow();
    }

    public boolean lists(UserId id) {
        return axon.queryGateway()
                .query(new FindUser(id), ResponseTypes.optionalInstanceOf(UserView.class))
                .join()
                .isPresent();
    }

    public java.util.Optional<UserId> idOf(String usernameOrId) {
        return axon.queryGateway()
                .query(new FindUserId(usernameOrId), ResponseTypes.optionalInstanceOf(UserId.class))
                .join();
    }

    public UserPage find(FindUsers query) {
        return axon.queryGateway()
                .query(query, ResponseTypes.instanceOf(UserPage.class))
                .join();
    }

    @Override
    public void close() {
        axon.shutdown();
        beans.close();
    }
}
