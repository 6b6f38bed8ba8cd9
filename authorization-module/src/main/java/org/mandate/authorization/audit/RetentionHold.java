package org.mandate.authorization.audit;

/** Whoever still has to read records before they may be retired. */
public interface RetentionHold {

    /** The last sequence that is no longer needed; what lies after it is kept. */
    long released();
}
