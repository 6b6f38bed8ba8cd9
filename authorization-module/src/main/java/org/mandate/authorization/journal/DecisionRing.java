package org.mandate.authorization.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be written, bounded in bytes. Full means refused: it never drops and never grows. */
final class DecisionRing {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<PendingDecision> waiting = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;
    private boolean open = true;

    DecisionRing(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes in all of them or none. False when there is no room, or no more is taken in. */
    boolean offer(List<PendingDecision> decisions) {
        long size = decisions.stream().mapToLong(PendingDecision::size).sum();
        lock.lock();
        try {
            if (!open || bytes + size > maxBytes) {
                return false;
            }
            waiting.addAll(decisions);
            bytes += size;
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** All that waits, up to a number, oldest first; waits for the first. Empty once closed and drained. */
    List<PendingDecision> take(int max) {
        lock.lock();
        try {
            while (waiting.isEmpty() && open) {
                arrived.awaitUninterruptibly();
            }
            var taken = new ArrayList<PendingDecision>(Math.min(max, waiting.size()));
            while (taken.size() < max && !waiting.isEmpty()) {
                var next = waiting.remove();
                bytes -= next.size();
                taken.add(next);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int depth() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            open = false;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
