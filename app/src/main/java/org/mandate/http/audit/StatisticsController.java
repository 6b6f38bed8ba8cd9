package org.mandate.http.audit;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.FindStatistics;
import org.mandate.authorization.audit.Statistics;
import org.mandate.authorization.audit.StatisticsBy;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many decisions there were, bucket by bucket. Without a time, of the last day. */
@RestController
class StatisticsController {

    private static final Duration DAY = Duration.ofDays(1);

    private final Gateway gateway;
    private final Clock clock;

    StatisticsController(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @GetMapping("/audit/statistics")
    Statistics statistics(
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "PT1H") String bucket,
            @RequestParam(defaultValue = "decision") String by,
            Caller caller) {
        var end = to.map(text -> RecordFilters.instant("to", text)).orElseGet(clock::instant);
        var start = from.map(text -> RecordFilters.instant("from", text)).orElseGet(() -> end.minus(DAY));
        return gateway.ask(
                new FindStatistics(start, end, duration(bucket), by(by)),
                ResponseTypes.instanceOf(Statistics.class),
                caller);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("bucket", "must be an ISO-8601 duration like `PT1H`")
                    .found();
        }
    }

    private static StatisticsBy by(String name) {
        return Arrays.stream(StatisticsBy.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("by", "must be `decision`, `action`, `subject` or `reason`")
                        .found());
    }
}
