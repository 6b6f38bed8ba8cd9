package org.mandate.authorization.audit;

import java.time.Instant;

/**
 * What was refused most often in a time; answers {@link Refusals}.
 * @param from inclusive
 * @param to exclusive
 * @param limit 1 to 1000
 */
public record FindRefusals(Instant from, Instant to, int limit) {}
