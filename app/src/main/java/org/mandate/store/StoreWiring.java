package org.mandate.store;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** The store, every bean declared: what the framework would choose by itself is not durable on this platform. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StoreWiring {

    private static final String UNIQUE_VIOLATION = "23505";

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    // Bound to the Spring transaction, which every unit of work has; so the framework's own wrapper is not needed.
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(UNIQUE_VIOLATION);
    }

    @Bean
    EventNames eventNames(List<EventFamily> families) {
        return new EventNames(families);
    }

    @Bean
    @Primary
    OwnTypesSerializer serializer() {
        return new OwnTypesSerializer();
    }

    @Bean
    @Qualifier("messageSerializer")
    OwnTypesSerializer messageSerializer() {
        return new OwnTypesSerializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    NamedEventSerializer eventSerializer(EventNames names) {
        return new NamedEventSerializer(names);
    }

    @Bean
    CommitNotices commitNotices(ObjectProvider<HistoryListener> listeners) {
        return new CommitNotices(listeners);
    }

    @Bean
    HeadQueue headQueue(DataSourceProperties properties) {
        return HeadQueue.of(properties.determineUrl());
    }

    @Bean
    HistoryEngine eventStorageEngine(
            TransactionManager transactions,
            ConnectionProvider connections,
            PersistenceExceptionResolver resolver,
            Serializer serializer,
            NamedEventSerializer eventSerializer,
            HeadQueue queue,
            ObjectProvider<AppendGuard> guards,
            CommitNotices notices,
            Configuration configuration) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .snapshotSerializer(serializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain());
        return new HistoryEngine(builder, transactions, resolver, queue, guards, notices);
    }

    @Bean
    EmbeddedEventStore eventStore(HistoryEngine engine) {
        return new RecordedEventStore(engine);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        TokenSchema schema = TokenSchema.builder()
                .setTokenTable("history_token")
                .setProcessorNameColumn("processor")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .build();
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .build();
    }

    @Bean
    HistoryReader history(
            @Qualifier("historyDataSource") DataSource dataSource, EventNames names, NamedEventSerializer serializer) {
        return new HistoryReader(dataSource, names, serializer.getObjectMapper());
    }

    @Bean
    SmartInitializingSingleton startupGuard(
            TransactionManager transactions,
            EventStorageEngine engine,
            EmbeddedEventStore store,
            List<Serializer> serializers,
            TokenStore tokens) {
        return new StartupGuard(transactions, engine, store, serializers, tokens)::check;
    }
}
