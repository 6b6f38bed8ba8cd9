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

    /** How many must wait for the writer to be woken: a wake-up for each would cost more than its record. */
    private int enough = 1;

    private boolean woken;
    private boolean open = true;

    DecisionRing(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** How much it holds when it is full. */
    long capacity() {
        return maxBytes;
    }

    /** Room for records that are still being made. False when there is none, or no more is taken in. */
    boolean reserve(long more) {
        lock.lock();
        try {
            if (!open || bytes + more > maxBytes) {
                return false;
            }
            bytes += more;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back room that was reserved. */
    void release(long reserved) {
        lock.lock();
        try {
            bytes -= reserved;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes in all of them or none. False when there is no room, or no more is taken in.
     * @param size what they take together
     * @param reserved how much of that is reserved
     */
    boolean offer(List<PendingDecision> decisions, long size, long reserved) {
        lock.lock();
        try {
            if (!open || bytes + size - reserved > maxBytes) {
                return false;
            }
            waiting.addAll(decisions);
            bytes += size - reserved;
            if (areEnough()) {
                arrived.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the one that takes go on once, though nothing waits. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Closed, and nothing is left. */
    boolean isDrained() {
        lock.lock();
        try {
            return !open && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that waits, up to a number, oldest first. It waits a moment at most for as many as would be good company, and for as
     * long as it takes for the first. Empty where it was woken, or closed and drained.
     */
    List<PendingDecision> take(int max, int company, long momentNanos) {
        lock.lock();
        try {
            await(company, momentNanos);
            while (waiting.isEmpty() && open && !woken) {
                arrived.awaitUninterruptibly();
            }
            woken = false;
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

    private void await(int company, long momentNanos) {
        enough = company;
        var left = momentNanos;
        while (!areEnough() && open && left > 0) {
            try {
                left = arrived.awaitNanos(left);
            } catch (InterruptedException e) {
                // The writer goes on: an interrupt that it kept could close an embedded database in mid-write.
                left = 0;
            }
        }
        enough = 1;
    }

    /** No room is kept from others for the sake of company. */
    private boolean areEnough() {
        return waiting.size() >= enough || bytes > maxBytes / 2;
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
