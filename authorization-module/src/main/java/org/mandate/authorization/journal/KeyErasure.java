package org.mandate.authorization.journal;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.mandate.identity.event.UserErased;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Destroys the journal key of an erased user, in the transaction of the event: what the journal holds of them opens no more,
 * and its bytes stay as they were hashed.
 */
@Component
@ProcessingGroup("authorization.journal")
class KeyErasure {

    private final SubjectKeys keys;
    private final JdbcOperations jdbc;

    KeyErasure(SubjectKeys keys, JdbcOperations jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(UserErased event) {
        keys.destroy(jdbc, event.userId());
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(done -> keys.forget(event.userId()));
        } else {
            keys.forget(event.userId());
        }
    }
}
