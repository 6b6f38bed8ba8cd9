package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells whoever waits that this node has committed records. Rung by the journal's writer, it costs nothing while nobody waits. */
final class CommitBell {

    private final AtomicLong rung = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition again = lock.newCondition();

    void ring() {
        rung.incrementAndGet();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                again.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    long rung() {
        return rung.get();
    }

    /** Wait until it has been rung more often than that, or the time is over. */
    void await(long before, Duration patience) throws InterruptedException {
        waiting.incrementAndGet();
        lock.lock();
        try {
            var left = patience.toNanos();
            while (rung.get() == before && left > 0) {
                left = again.awaitNanos(left);
            }
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}
