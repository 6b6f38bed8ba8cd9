package org.mandate.store;

/** Somebody else held the head of the history for too long. Nothing was written; the same request may be tried again. */
public class HistoryBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryBusy() {
        super("the history is busy: try again");
    }
}
