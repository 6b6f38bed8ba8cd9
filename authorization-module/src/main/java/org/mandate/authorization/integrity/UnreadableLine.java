package org.mandate.authorization.integrity;

/** A line that no export has. */
class UnreadableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLine(String fault) {
        super(fault, null, false, false);
    }
}
