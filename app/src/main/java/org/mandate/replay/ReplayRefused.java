package org.mandate.replay;

/** A view that is not there, or one that cannot be built again now. */
public final class ReplayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        UNKNOWN,
        BUSY
    }

    private final Reason reason;

    ReplayRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
