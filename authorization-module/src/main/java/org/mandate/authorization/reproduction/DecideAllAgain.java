package org.mandate.authorization.reproduction;

import java.time.Instant;
import java.util.Optional;

/**
 * Decide a stretch of the journal again, as a job; answers its id.
 * @param from inclusive
 * @param to exclusive
 * @param after the sequence before the first
 * @param last the last sequence, or the newest
 */
public record DecideAllAgain(Optional<Instant> from, Optional<Instant> to, long after, Optional<Long> last) {}
