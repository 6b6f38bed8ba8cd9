package org.mandate.authorization.journal;

import java.time.Instant;

/**
 * A gap that is known: answers that left without a record of theirs.
 * @param from the instant of the first lost decision
 * @param to the instant of the last lost decision
 */
public record LostDecisions(String id, Instant at, long sequence, long count, Instant from, Instant to, String mode)
        implements JournalEntry {}
