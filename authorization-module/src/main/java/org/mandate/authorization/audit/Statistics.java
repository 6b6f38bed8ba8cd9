package org.mandate.authorization.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts of decisions, bucket by bucket in the order of time, those without any included. */
public record Statistics(List<Bucket> items) {

    /** The counts of the decisions from an instant on, by key. */
    public record Bucket(Instant start, Map<String, Long> counts) {}
}
