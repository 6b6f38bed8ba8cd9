package org.mandate.store;

/** Told, on the committing thread, that this node has committed events. Must be quick and must not throw. */
public interface HistoryListener {

    /**
     * A transaction is committed.
     * @param position of its last event
     */
    void committed(long position);
}
