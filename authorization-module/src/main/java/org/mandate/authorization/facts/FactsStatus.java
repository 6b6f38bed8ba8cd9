package org.mandate.authorization.facts;

import java.time.Duration;

/** How far this node's facts are, and whether they are fit to decide on. */
public interface FactsStatus {

    /** The newest position whose event has been applied. */
    long position();

    /** Wait until the position has been applied; false when it was not within the time. */
    boolean await(long position, Duration atMost);

    /** Caught up once since start, no handler has failed, and the history was read within the last two seconds. */
    boolean fit();

    /** Look at the history now rather than at the next tick: something was committed. */
    void wake();

    /** Why {@link #fit} is false, or how things stand; a sentence for health and logs. */
    String describe();
}
