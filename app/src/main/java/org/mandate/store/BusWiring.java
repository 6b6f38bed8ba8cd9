package org.mandate.store;

import java.time.Clock;
import org.axonframework.commandhandling.FailingDuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.mandate.identity.MessageOrigin;
import org.springframework.context.annotation.Bean;

/** The buses and how events reach their handlers. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class BusWiring {

    /** Who caused a message goes on to its events; nothing else of a command's metadata does. */
    @Bean
    CorrelationDataProvider originOfMessages() {
        return new SimpleCorrelationDataProvider(
                MessageOrigin.ACTOR, MessageOrigin.REQUEST_ID, MessageOrigin.DECISION_ID);
    }

    @Bean
    RetryingCommandBus commandBus(TransactionManager transactions, CorrelationDataProvider origin) {
        RetryingCommandBus bus = new RetryingCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver(FailingDuplicateCommandHandlerResolver.instance()));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(origin));
        return bus;
    }

    // No transaction round a query: each reads with one statement, and most read memory and need no connection at all.
    @Bean
    SimpleQueryBus queryBus(Configuration configuration) {
        return SimpleQueryBus.builder()
                .queryUpdateEmitter(configuration.getComponent(QueryUpdateEmitter.class))
                .build();
    }

    /** Read models are written in the command's own transaction, and a failing one takes the command with it. */
    @Bean
    ConfigurerModule subscribingProcessors() {
        return configurer -> configurer.eventProcessing(events -> events.usingSubscribingEventProcessors()
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance()));
    }

    /** Events are stamped by the injected clock. */
    @Bean
    ConfigurerModule clockOfEvents(Clock clock) {
        return configurer -> GenericEventMessage.clock = clock;
    }
}
