package org.mandate.authorization.journal;

/** What was asked for at once can never be recorded, however long one waits: it must be asked for in smaller parts. */
public final class TooMuchToRecord extends DecisionNotRecorded {

    private static final long serialVersionUID = 1L;

    TooMuchToRecord(long capacity) {
        super("its records come to more than the " + capacity
                + " bytes that may wait to be written: ask fewer questions at once, or send less with each");
    }
}
