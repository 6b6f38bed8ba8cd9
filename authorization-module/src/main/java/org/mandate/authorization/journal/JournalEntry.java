package org.mandate.authorization.journal;

import java.time.Instant;

/** One record of the journal: a decision, or decisions that are known to be missing. */
public sealed interface JournalEntry permits DecisionRecord, LostDecisions {

    String id();

    /** When it was decided, or when the gap was written down; in microseconds. */
    Instant at();

    /** The place in the journal, dense from 1. */
    long sequence();

    /** The durability that the journal promised at that moment. */
    String mode();
}
