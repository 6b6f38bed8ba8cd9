package org.mandate.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/**
 * What is asked before events enter the history. It is called inside the appending transaction, after the head of the
 * history is locked, so whatever it finds true at {@code head} still is when the events are committed.
 */
public interface AppendGuard {

    /**
     * Throws when the events must not be appended; the transaction is rolled back then.
     * @param head the newest position before these events; committed, or earlier in the same transaction
     */
    void check(List<? extends EventMessage<?>> staged, long head);
}
