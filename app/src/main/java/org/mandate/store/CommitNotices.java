package org.mandate.store;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** After each commit: writes the open receipt of the command that caused it and wakes the listeners. */
final class CommitNotices implements WriteReceipts {

    private static final Logger log = LoggerFactory.getLogger(CommitNotices.class);

    private final Map<String, AtomicLong> open = new ConcurrentHashMap<>();
    private final ObjectProvider<HistoryListener> listeners;

    CommitNotices(ObjectProvider<HistoryListener> listeners) {
        this.listeners = listeners;
    }

    /** Called inside the appending transaction. */
    void appended(long position) {
        AtomicLong receipt = CurrentUnitOfWork.isStarted() ? receiptOfCurrent() : null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (receipt != null) {
                    receipt.accumulateAndGet(position, Math::max);
                }
                wake(position);
            }
        });
    }

    private @Nullable AtomicLong receiptOfCurrent() {
        return open.get(CurrentUnitOfWork.get().root().getMessage().getIdentifier());
    }

    // The commit stands whatever a listener does; an exception here would tell the caller otherwise.
    private void wake(long position) {
        for (HistoryListener listener : listenersInOrder()) {
            try {
                listener.committed(position);
            } catch (RuntimeException e) {
                log.error("a listener failed on position {}", position, e);
            }
        }
    }

    private List<HistoryListener> listenersInOrder() {
        return listeners.orderedStream().toList();
    }

    @Override
    public Receipt open(String commandId) {
        AtomicLong position = new AtomicLong();
        if (open.putIfAbsent(commandId, position) != null) {
            throw new IllegalStateException("a receipt for command `" + commandId + "` is open already");
        }
        return new Receipt() {
            @Override
            public OptionalLong position() {
                return position.get() == 0 ? OptionalLong.empty() : OptionalLong.of(position.get());
            }

            @Override
            public void close() {
                open.remove(commandId);
            }
        };
    }

    int stillOpen() {
        return open.size();
    }
}
