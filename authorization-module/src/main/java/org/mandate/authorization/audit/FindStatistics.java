package org.mandate.authorization.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * How many decisions there were in each bucket of a time; answers {@link Statistics}.
 * @param from inclusive
 * @param to exclusive
 * @param bucket the length of a bucket; buckets begin at multiples of it since the epoch
 */
public record FindStatistics(Instant from, Instant to, Duration bucket, StatisticsBy by) {}
