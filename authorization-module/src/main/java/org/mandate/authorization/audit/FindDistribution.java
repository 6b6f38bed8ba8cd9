package org.mandate.authorization.audit;

import java.time.Duration;

/**
 * How the decisions that match lie in the time of the filters, both ends of which must be given; answers
 * {@link Distribution}.
 * @param bucket the length of a bucket; buckets begin at multiples of it since the epoch
 */
public record FindDistribution(DecisionFilters filters, Duration bucket) {}
