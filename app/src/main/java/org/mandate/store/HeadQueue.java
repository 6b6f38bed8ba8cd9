package org.mandate.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the writers of one process wait for the head in a queue, until the transaction before them has ended. H2 needs it:
 * 2.4.240 can lose a committed update of a row that another transaction waits for, when a third is rolled back. An H2 file
 * belongs to one process, so a queue in that process is enough; PostgreSQL queues at its row lock.
 */
final class HeadQueue {

    private static final int LONGEST_WAIT_SECONDS = 2;
    private static final Map<String, HeadQueue> BY_FILE = new ConcurrentHashMap<>();

    private final Semaphore turn = new Semaphore(1, true);
    private final boolean needed;

    private HeadQueue(boolean needed) {
        this.needed = needed;
    }

    /** One queue for all that open the same database. */
    static HeadQueue of(String url) {
        String database = url.split(";", 2)[0];
        return BY_FILE.computeIfAbsent(database, file -> new HeadQueue(file.startsWith("jdbc:h2:")));
    }

    /** Take the turn for the running transaction, which keeps it until it is committed or rolled back. */
    void enter() {
        if (!needed || TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        await();
        TransactionSynchronizationManager.bindResource(this, turn);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(HeadQueue.this);
                turn.release();
            }
        });
    }

    private void await() {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new HistoryBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryBusy();
        }
    }
}
