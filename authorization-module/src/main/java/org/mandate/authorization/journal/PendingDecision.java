package org.mandate.authorization.journal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A record that a request waits for. It ends exactly once: written, or given up by the one who waits. */
final class PendingDecision {

    private enum State {
        WAITING,
        WRITTEN,
        GIVEN_UP
    }

    private final String id;
    private final DecisionMessage message;
    private final int size;
    private final Thread waiter = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    PendingDecision(String id, DecisionMessage message, int size) {
        this.id = id;
        this.message = message;
        this.size = size;
    }

    String id() {
        return id;
    }

    DecisionMessage message() {
        return message;
    }

    int size() {
        return size;
    }

    boolean isWaitedFor() {
        return state.get() == State.WAITING;
    }

    void written() {
        state.compareAndSet(State.WAITING, State.WRITTEN);
        LockSupport.unpark(waiter);
    }

    /** Wait for the record to be written; false when the time is over, and then it never counts as written any more. */
    boolean await(long nanos) {
        var deadline = System.nanoTime() + nanos;
        var interrupted = false;
        while (state.get() == State.WAITING) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                state.compareAndSet(State.WAITING, State.GIVEN_UP);
                break;
            }
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return state.get() == State.WRITTEN;
    }
}
