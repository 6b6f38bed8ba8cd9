package org.mandate.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.authorization.audit.Distribution;
import org.mandate.authorization.audit.FindDistribution;
import org.mandate.authorization.audit.FindStatistics;
import org.mandate.authorization.audit.Statistics;
import org.mandate.authorization.audit.StatisticsBy;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How many decisions there were, allowed and denied, in each stretch of a time. */
@Component
public class Histogram {

    private static final int BARS = 48;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6),
            DAY,
            Duration.ofDays(7));

    private final Gateway gateway;
    private final Clock clock;

    Histogram(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** A stretch of time and its counts. */
    public record Bar(Instant start, long allowed, long denied) {}

    /** Of the decisions that match, in the time that is asked for; of the last day where none is. */
    public void show(DecisionFilters filters, Caller caller, Model model) {
        Instant to = filters.to().orElseGet(clock::instant);
        Instant from = filters.from().orElseGet(() -> to.minus(DAY));
        if (!from.isBefore(to)) {
            return;
        }
        Duration step = step(Duration.between(from, to));
        if (filters.onlyTime()) {
            model.addAttribute("bars", bars(from, to, step, caller));
            return;
        }
        FindDistribution query = new FindDistribution(filters.within(from, to), step);
        Distribution found = gateway.ask(query, ResponseTypes.instanceOf(Distribution.class), caller);
        model.addAttribute("bars", bars(found.counts()));
        model.addAttribute("drawn", found);
    }

    /** Of a stretch of time that ends now, in steps of this length. */
    public List<Bar> latest(Duration stretch, Duration step, Caller caller) {
        Instant now = clock.instant();
        return bars(now.minus(stretch), now, step, caller);
    }

    private List<Bar> bars(Instant from, Instant to, Duration step, Caller caller) {
        FindStatistics query = new FindStatistics(from, to, step, StatisticsBy.DECISION);
        return bars(gateway.ask(query, ResponseTypes.instanceOf(Statistics.class), caller));
    }

    private static List<Bar> bars(Statistics counts) {
        return counts.items().stream()
                .map(bucket -> new Bar(
                        bucket.start(),
                        bucket.counts().getOrDefault("allow", 0L),
                        bucket.counts().getOrDefault("deny", 0L)))
                .toList();
    }

    private static Duration step(Duration length) {
        return STEPS.stream()
                .filter(step -> length.dividedBy(step) <= BARS)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(Math.max(1, length.toDays() / BARS)));
    }
}
