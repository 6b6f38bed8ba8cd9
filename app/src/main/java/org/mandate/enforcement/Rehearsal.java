package org.mandate.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.mandate.store.AppendGuard;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles a command in a transaction that never commits. What must hold before a commit is asked all the same, so a command
 * that would be refused at its end is refused here, too.
 */
final class Rehearsal implements AppendGuard {

    private final TransactionTemplate transaction;
    private static final ThreadLocal<List<Object>> STAGED = new ThreadLocal<>();

    Rehearsal(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Object> of(Runnable sending) {
        List<Object> events = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            STAGED.set(events);
            try {
                sending.run();
                TransactionSynchronizationUtils.triggerBeforeCommit(false);
            } finally {
                STAGED.remove();
                status.setRollbackOnly();
            }
        });
        return List.copyOf(events);
    }

    @Override
    public void check(List<? extends EventMessage<?>> appended, long head) {
        List<Object> events = STAGED.get();
        if (events != null) {
            appended.forEach(event -> events.add(event.getPayload()));
        }
    }
}
