package org.mandate.store;

import java.util.OptionalLong;

/** Tells the sender of a command which place in the history it produced. */
public interface WriteReceipts {

    /**
     * Open a receipt before the command is dispatched, and close it afterwards.
     * @param commandId the identifier of the command message
     */
    Receipt open(String commandId);

    /** What one command wrote. */
    interface Receipt extends AutoCloseable {

        /** The position of its last committed event; empty when it wrote none. */
        OptionalLong position();

        @Override
        void close();
    }
}
