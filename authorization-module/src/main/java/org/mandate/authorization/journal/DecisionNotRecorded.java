package org.mandate.authorization.journal;

/** A decision could not be recorded, so it must not be answered: refuse, and let the caller come again. */
public class DecisionNotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecisionNotRecorded(String message) {
        super(message);
    }

    public DecisionNotRecorded(String message, Throwable cause) {
        super(message, cause);
    }
}
