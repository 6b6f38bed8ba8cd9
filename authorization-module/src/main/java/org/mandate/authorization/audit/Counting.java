package org.mandate.authorization.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;

/** Counts in buckets of time, within bounds. */
final class Counting {

    static final int MOST_BUCKETS = 10_000;
    static final int MOST_COUNTS = 200_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final StatisticsBy by;
    private final Times times;
    private final long width;
    private final long first;
    private final List<Map<String, Long>> buckets;
    private int counts;

    Counting(FindStatistics query) {
        if (query.bucket().compareTo(SHORTEST) < 0) {
            throw invalid("bucket", "must be at least a second, like `PT1H`");
        }
        if (!query.from().isBefore(query.to())) {
            throw invalid("to", "must be after `from`");
        }
        this.by = query.by();
        this.times = Times.of(java.util.Optional.of(query.from()), java.util.Optional.of(query.to()));
        this.width = micros(query.bucket());
        this.first = Math.floorDiv(times.from(), width);
        var number = Math.floorDiv(times.to() - 1, width) - first + 1;
        if (number > MOST_BUCKETS) {
            throw invalid(
                    "bucket",
                    "would make " + number + " buckets, and there may be " + MOST_BUCKETS
                            + ": ask for longer ones or for less time");
        }
        this.buckets = new ArrayList<>(Collections.nCopies((int) number, Map.of()));
    }

    private static long micros(Duration duration) {
        try {
            return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
        } catch (ArithmeticException e) {
            throw invalid("bucket", "must be shorter than a hundred thousand years");
        }
    }

    private static AccessRuleViolated invalid(String field, String message) {
        return new AccessRuleViolated(Rule.INVALID, field, message);
    }

    StatisticsBy by() {
        return by;
    }

    Times times() {
        return times;
    }

    /** All instants between the two, these included, are counted and fall into one bucket. */
    boolean isOne(long earliest, long latest) {
        return times.hold(earliest) && times.hold(latest) && bucket(earliest) == bucket(latest);
    }

    void add(long instant, String key, long count) {
        if (!times.hold(instant)) {
            return;
        }
        var place = bucket(instant);
        var bucket = buckets.get(place);
        if (bucket.isEmpty()) {
            bucket = new TreeMap<>();
            buckets.set(place, bucket);
        }
        if (bucket.merge(key, count, Long::sum) == count && ++counts > MOST_COUNTS) {
            throw invalid(
                    "by",
                    "gives more than " + MOST_COUNTS + " counts: ask for less time, or by something with fewer values");
        }
    }

    private int bucket(long instant) {
        return (int) (Math.floorDiv(instant, width) - first);
    }

    /** In whole buckets since the epoch, since the first may begin before what microseconds can count. */
    private Instant start(long bucket) {
        return Instant.EPOCH.plus(Duration.of(width, ChronoUnit.MICROS).multipliedBy(bucket));
    }

    Statistics result() {
        var items = new ArrayList<Statistics.Bucket>(buckets.size());
        for (var place = 0; place < buckets.size(); place++) {
            items.add(new Statistics.Bucket(start(first + place), buckets.get(place)));
        }
        return new Statistics(List.copyOf(items));
    }
}
