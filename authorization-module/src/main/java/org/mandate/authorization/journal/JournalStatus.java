package org.mandate.authorization.journal;

import java.util.Optional;

/** How the journal of this node stands; for health and metrics. */
public interface JournalStatus {

    /** The durability that is promised before an answer leaves. */
    String mode();

    /** The newest sequence that this node has written since it started; 0 before the first. */
    long lastSequence();

    /** How many records wait to be written. */
    int queueDepth();

    /** How many decisions were answered and lost, of which no record tells yet; always 0 in the mode {@code strict}. */
    long lost();

    /** Why the last attempt to write failed; empty while writing works. */
    Optional<String> lastFailure();
}
