package org.mandate.store;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.mandate.config.StartupRefused;

/**
 * Refuses wiring that would run and lose or lie: the framework falls back to parts that store nothing, without a warning,
 * when a bean is missing or was evaluated too early.
 */
record StartupGuard(
        TransactionManager transactions,
        EventStorageEngine engine,
        EventBus bus,
        List<Serializer> serializers,
        TokenStore tokens) {

    void check() {
        require(
                transactions instanceof SpringTransactionManager,
                "commands would run without a database transaction",
                "`SpringTransactionManager`");
        require(engine instanceof HistoryEngine, "events would not be stored in the history", "`HistoryEngine`");
        require(bus instanceof EmbeddedEventStore, "events would be published and not stored", "`EmbeddedEventStore`");
        for (Serializer serializer : serializers) {
            require(
                    serializer instanceof NamedEventSerializer || serializer instanceof OwnTypesSerializer,
                    "a stored type could name any class",
                    "`NamedEventSerializer` or `OwnTypesSerializer`");
        }
        require(tokens instanceof JdbcTokenStore, "event processors would forget how far they are", "`JdbcTokenStore`");
    }

    private static void require(boolean holds, String otherwise, String wanted) {
        if (!holds) {
            throw new StartupRefused(otherwise + ": declare " + wanted + " for it");
        }
    }
}
